"""A lawyer of her own and a mediator of both go out and come in; no link, no tick, and nothing of hers for the other."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest

from samenstroom.adjusting.actions import mediations
from samenstroom.adjusting.given import items_of
from samenstroom.adjusting.models import MediationTick
from samenstroom.agreements.actions import lawyers
from samenstroom.collaborations.visits import visit_of
from samenstroom.dossier.export import export
from samenstroom.dossier.importing import read_in
from tests.features.adjusting import mediation_steps as mediator
from tests.features.agreements import lawyer_steps as lawyer
from tests.people import Together, day, together

pytestmark = pytest.mark.django_db
NOW = day(3)
OWN = ("lawyers", "lawyer_texts", "lawyer_remarks", "lawyer_looks")
SHARED = ("mediation", "mediation_talks", "shared_remarks")


@pytest.fixture
def table() -> Together:
    made = together(with_rhythm=False)
    mediator.noted(made, "De rekening bleef liggen.")
    mediation = mediator.agreed(made)
    mediator.ticked(made, mediation, items_of(made.seen_by_noor(NOW)), by="noor")
    key = mediator.let_in(made, mediation)
    mediations.log_mediator_look(mediation=mediation, now=NOW)
    mediations.write_note(mediation=mediation, key=key, text="Zullen we praten?", now=NOW)
    begins_at = NOW + timedelta(days=3)
    talk = mediations.propose_talk(
        mediation=mediation, key=key, begins_at=begins_at, minutes=60, place="Buurthuis", now=NOW
    )
    mediations.answer_talk(talk=talk, seat=made.marleens_seat, can="yes", now=NOW)
    review = lawyer.asked(made, words="Let op het geld.")
    remark = lawyer.said(review, place="fee", words="Te ruim.", proposal="Tot tienduizend euro.")
    lawyers.log_lawyer_look(review=review, now=NOW)
    lawyers.share_remark(seat=made.noors_seat, remark=remark, about="Vergoeding", now=NOW)
    return made


def taken(document: dict[str, Any]) -> dict[str, Any]:
    found = {name: document[name] for name in SHARED if document.get(name)}
    return found | {name: document["own"][name] for name in OWN if document.get("own", {}).get(name)}


def test_they_come_in_as_they_went_out_without_a_link_or_a_tick(table: Together) -> None:
    out = json.loads(json.dumps(export(table.seen_by_noor(day(4)))))
    assert set(taken(out)) == {*OWN, *SHARED}
    for word in ("token", "hash", "minted", "tick"):
        assert word not in json.dumps(taken(out))
    again = read_in(document=out, person=table.noor, now=day(5))
    visit = visit_of(table.noor, again.public_id, day(5))
    assert visit is not None
    assert taken(json.loads(json.dumps(export(visit)))) == taken(out)
    assert again.mediations.get().token_hash is None
    assert not MediationTick.objects.filter(collaboration=again).exists()


def test_her_lawyer_is_in_no_file_of_the_other_or_of_both(table: Together) -> None:
    for document in (export(table.seen_by_marleen(day(4))), export(table.seen_by_noor(day(4)), only_shared=True)):
        assert not set(OWN) & set(document.get("own", {})) and "Sara" not in json.dumps(document, default=str)
        assert [one["words"] for one in document["shared_remarks"]] == ["Te ruim."]
