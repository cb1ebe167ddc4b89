"""What was done with an agreement goes along in a dossier, and a file that comes in is never taken for signing here."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from typing import Any

import pytest

from samenstroom.agreements.actions.addenda import put_addendum
from samenstroom.agreements.actions.addendum_drafts import keep_addendum_draft
from samenstroom.agreements.actions.papers import NotSignedError, seal_paper
from samenstroom.agreements.actions.reviews import agree_review, say_review
from samenstroom.agreements.actions.signing import decline_version, sign_version
from samenstroom.agreements.editing import with_terms
from samenstroom.agreements.models import AgreementVersion, SealedPaper, Signature
from samenstroom.agreements.queries.signing import waiting_for_seal
from samenstroom.agreements.verifying import Verdict, look_up
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.models import Seat
from samenstroom.collaborations.visits import visit_of
from samenstroom.dossier.export import export
from samenstroom.dossier.importing import read_in
from samenstroom.dossier.problem import DossierError
from samenstroom.rules.agreement.amending import change_between
from tests.features.agreements.addenda_steps import change_of
from tests.features.agreements.signing_steps import both_sign, consent_of, on_the_table, signs
from tests.people import Together, day, together

pytestmark = pytest.mark.django_db


@pytest.fixture
def two() -> Together:
    return together(with_rhythm=False)


def document_of(two: Together) -> Any:
    return json.loads(json.dumps(export(two.seen_by_noor(day(9)))))


def again(document: Any, two: Together) -> Any:
    """What comes out after it was read in."""
    made = read_in(document=document, person=two.noor, now=day(10))
    visit = visit_of(two.noor, made.public_id, day(10))
    assert visit is not None
    return json.loads(json.dumps(export(visit)))


def test_names_a_no_the_trail_and_the_paper_come_out_as_they_went_in(two: Together) -> None:
    seal_paper(version=both_sign(two), now=day(3))
    refused = on_the_table(two.collaboration, two.noor, now=day(4))
    decline_version(version=refused, seat=two.marleens_seat, reason="Te lang.", now=day(5))
    document = document_of(two)
    signed, declined = document["agreement_versions"]
    assert [one["typed_name"] for one in signed["signatures"]] == ["Marleen de Vries", "Noor Jansen"]
    assert [one["kind"] for one in signed["trail"]] == ["opened", "signed", "signed", "sealed"]
    assert signed["papers"][0]["file"] == document["kept_files"][0]["key"]
    assert declined["refusals"][0]["reason"] == "Te lang."
    found = again(document, two)
    assert found["agreement_versions"] == document["agreement_versions"]
    assert found["kept_files"] == document["kept_files"]


def test_an_addendum_comes_out_with_the_version_it_changes(two: Together) -> None:
    version = both_sign(two)
    change = change_between(version.content, with_terms(version.content, "invoicing", {"payment_term_days": 30}))
    put_addendum(seat=two.noors_seat, base=version, change=change, now=day(5), expires_on=date(2026, 12, 1))
    document = document_of(two)
    base, addendum = document["agreement_versions"]
    assert (addendum["amends"], addendum["expires_on"]) == (base["key"], "2026-12-01")
    assert again(document, two)["agreement_versions"] == document["agreement_versions"]
    addendum["amends"] = "v9"
    with pytest.raises(DossierError):
        again(document, two)


def test_what_they_said_of_a_look_together_and_a_change_in_the_making_come_back(two: Together) -> None:
    both_sign(two)
    visit = two.seen_by_noor(day(6))
    made = say_review(
        seat=visit.seat, outcome="good", words="Loopt fijn.", looked_on=date(2026, 1, 8), other_takes_part=True,
        now=day(4),
    )  # fmt: skip
    agree_review(review=made, seat=two.marleens_seat, now=day(5))
    keep_addendum_draft(visit=visit, change=change_of(visit, payment_term_days=21))
    document = document_of(two)
    found = again(document, two)
    assert document["reviews_held"][0]["words"] == "Loopt fijn."
    assert found["reviews_held"] == document["reviews_held"]
    assert found["own"]["addendum_draft"] == document["own"]["addendum_draft"] != []
    document["own"]["addendum_draft"][0]["change"] = {"clauses": {"invoicing": 3}}
    with pytest.raises(DossierError):
        again(document, two)


def test_a_file_with_a_paper_in_it_makes_no_paper_genuine(two: Together) -> None:
    """Who writes a fingerprint of her own in a file is not vouched for."""
    paper = seal_paper(version=both_sign(two), now=day(3))
    document = document_of(two)
    SealedPaper.objects.all().delete()
    made = read_in(document=document, person=two.noor, now=day(10))
    assert SealedPaper.objects.get(collaboration=made).sha256 is None
    assert look_up(str(paper.sha256)).verdict is Verdict.NOT_OURS
    (kept,) = document["kept_files"]
    assert look_up(kept["sha256"]).verdict is Verdict.NOT_OURS
    assert look_up(hashlib.sha256(b"").hexdigest()).verdict is Verdict.NOT_OURS


def test_names_from_a_file_are_never_sealed(two: Together) -> None:
    both_sign(two)
    document = document_of(two)
    made = read_in(document=document, person=two.noor, now=day(10))
    version = AgreementVersion.objects.get(collaboration=made)
    assert version.signed_at and Signature.objects.filter(version=version).count() == 2
    assert version not in waiting_for_seal()
    with pytest.raises(NotSignedError):
        seal_paper(version=version, now=day(11))


def test_a_version_from_a_file_is_not_signed_further(two: Together) -> None:
    """The name of the other in it may have been written by anybody."""
    signs(two.marleen, on_the_table(two.collaboration, two.noor))
    made = read_in(document=document_of(two), person=two.noor, now=day(10))
    Seat.objects.filter(collaboration=made, person=None).update(person=two.marleen)
    version, seat = (
        AgreementVersion.objects.get(collaboration=made),
        Seat.objects.get(collaboration=made, person=two.noor),
    )
    with pytest.raises(NotAllowedError):
        sign_version(
            version=version, seat=seat, consent=consent_of(version, "Noor Jansen"), identified_by="account", now=day(11)
        )


def test_a_trail_that_cannot_be_read_is_refused(two: Together) -> None:
    both_sign(two)
    document = document_of(two)
    del document["agreement_versions"][0]["trail"][1]["said"]["typed_name"]
    with pytest.raises(DossierError):
        read_in(document=document, person=two.noor, now=day(10))
