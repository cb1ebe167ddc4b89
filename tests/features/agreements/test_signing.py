"""Signing: each from her own place, in one chain, and never for the other."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from samenstroom.accounts.models import Person
from samenstroom.accounts.proving import WrongProofError
from samenstroom.accounts.throttle import TooManyTriesError
from samenstroom.agreements.actions.signing import OtherTextError, decline_version, sign_version
from samenstroom.agreements.models import AgreementVersion, SealedPaper, Signature, TrailEvent
from samenstroom.agreements.queries.signing import trail_of
from samenstroom.collaborations.actions import NotAllowedError, show_colleague
from samenstroom.collaborations.models import HistoryLine
from samenstroom.flows import signing as flow
from samenstroom.mail.models import OutgoingMail
from tests.features.agreements.signing_steps import both_sign, consent_of, on_the_table, signs
from tests.people import CODE, PASSWORD, Together, day, karin, seat_of, started, together, visit

pytestmark = pytest.mark.django_db


@pytest.fixture
def two() -> Together:
    return together(with_rhythm=False)


@pytest.fixture
def version(two: Together) -> AgreementVersion:
    return on_the_table(two.collaboration, two.noor)


class TestBothSign:
    def test_it_holds_once_both_signed(self, two: Together, version: AgreementVersion) -> None:
        signs(two.marleen, version)
        version.refresh_from_db()
        assert version.is_open
        signs(two.noor, version, now=day(3))
        version.refresh_from_db()
        assert version.holds and version.signed_at == day(3)
        assert _kinds(two) == ["version_signed", "version_signed_last"]

    def test_a_later_one_replaces_it(self, two: Together) -> None:
        earlier, later = both_sign(two), both_sign(two)
        earlier.refresh_from_db()
        assert (earlier.holds, later.holds) == (False, True)

    def test_signing_twice_changes_nothing(self, two: Together, version: AgreementVersion) -> None:
        assert signs(two.marleen, version) == signs(two.marleen, version, now=day(3))
        assert Signature.objects.count() == 1 and TrailEvent.objects.count() == 2

    def test_the_trail_is_one_chain_of_who_how_when_and_what(self, two: Together) -> None:
        trail = trail_of(visit(two.noor, two.collaboration), both_sign(two))
        assert trail.is_whole
        said = trail.events[1].said
        assert (said["typed_name"], said["identified_by"], said["order"]) == ("Marleen de Vries", "link_code", 1)
        assert said["at"] == "2026-01-07T10:00:00+01:00"
        assert said["fingerprint"] == trail.events[0].said["fingerprint"]

    @pytest.mark.parametrize("change", ["said", "gone", "order"])
    def test_a_chain_that_was_touched_is_not_whole(self, two: Together, change: str) -> None:
        version = both_sign(two)
        event = TrailEvent.objects.get(version=version, position=2)
        if change == "said":
            event.said = {**event.said, "typed_name": "Iemand anders"}
            event.save()
        elif change == "gone":
            event.delete()
        else:
            TrailEvent.objects.filter(pk=event.pk).update(position=9)
        assert not trail_of(visit(two.noor, two.collaboration), version).is_whole


class TestRefused:
    def test_nobody_signs_for_a_side_that_is_not_there(self) -> None:
        collaboration = started(_noor())
        noor = collaboration.seats.order_by("pk")[0].person
        assert noor is not None
        version = on_the_table(collaboration, noor)
        with pytest.raises(NotAllowedError):
            signs(noor, version)
        free = collaboration.seats.get(person=None)
        with pytest.raises(NotAllowedError):
            sign_version(
                version=version,
                seat=free,
                consent=consent_of(version, "Marleen"),
                identified_by="link_code",
                now=day(2),
            )

    def test_who_reads_along_does_not_sign(self, two: Together, version: AgreementVersion) -> None:
        colleague = karin(colleague_of=two.noor)
        show_colleague(by=two.noors_seat, colleague=colleague, now=day(1))
        with pytest.raises(NotAllowedError):
            signs(colleague, version)
        with pytest.raises(NotAllowedError):
            decline_version(version=version, seat=seat_of(colleague, two.collaboration), reason="nee", now=day(2))

    @pytest.mark.parametrize("field", ["withdrawn_at", "declined_at", "replaced_at"])
    def test_a_version_that_is_not_open(self, two: Together, version: AgreementVersion, field: str) -> None:
        also = {"signed_at": day(1)} if field == "replaced_at" else {}
        AgreementVersion.objects.filter(pk=version.pk).update(**{field: day(1)}, **also)
        with pytest.raises(NotAllowedError):
            signs(two.marleen, version)

    def test_another_text_than_she_read_or_than_was_put(self, two: Together, version: AgreementVersion) -> None:
        read = consent_of(version, "Marleen de Vries")
        AgreementVersion.objects.filter(pk=version.pk).update(text={**version.text, "charter": ["Iets anders."]})
        version.refresh_from_db()
        for consent in (read, consent_of(version, "Marleen de Vries")):
            with pytest.raises(OtherTextError):
                sign_version(
                    version=version, seat=two.marleens_seat, consent=consent, identified_by="link_code", now=day(2)
                )
        assert not Signature.objects.exists()

    def test_a_table_of_somebody_else(self, two: Together, version: AgreementVersion) -> None:
        elsewhere = started(two.noor, name="Ander")
        with pytest.raises(NotAllowedError):
            sign_version(
                version=version, seat=seat_of(two.noor, elsewhere), consent=consent_of(version, "Noor"),
                identified_by="account", now=day(2),
            )  # fmt: skip


class TestDecline:
    def test_it_is_not_signed_any_more_and_both_read_why(self, two: Together, version: AgreementVersion) -> None:
        first = decline_version(version=version, seat=two.marleens_seat, reason="Te lang", now=day(2))
        assert decline_version(version=version, seat=two.marleens_seat, reason="Anders", now=day(3)) == first
        version.refresh_from_db()
        assert version.declined_at == day(2) and _kinds(two) == ["version_declined"]
        trail = trail_of(visit(two.noor, two.collaboration), version)
        assert trail.is_whole and trail.events[-1].said["reason"] == "Te lang"
        with pytest.raises(NotAllowedError):
            signs(two.noor, version)


class TestProof:
    def test_her_own_code_and_his_password(self, two: Together, version: AgreementVersion) -> None:
        for person, secret, way in ((two.marleen, CODE, "link_code"), (two.noor, PASSWORD, "account")):
            made = flow.sign(
                visit=visit(person, two.collaboration, now=day(2)), version=version,
                consent=consent_of(version, person.name), secret=secret,
            )  # fmt: skip
            assert made.identified_by == way

    def test_the_code_of_the_other_opens_nothing(self, two: Together, version: AgreementVersion) -> None:
        looking = visit(two.marleen, two.collaboration, now=day(2))
        for _try in range(5):
            with pytest.raises(WrongProofError):
                flow.sign(visit=looking, version=version, consent=consent_of(version, "M"), secret=PASSWORD)
        with pytest.raises(TooManyTriesError):
            flow.sign(visit=looking, version=version, consent=consent_of(version, "M"), secret=CODE)
        assert not Signature.objects.exists()


class TestSealingInTheSameAct:
    def test_both_get_the_paper_and_a_mail_that_tells_no_content(
        self, two: Together, version: AgreementVersion, settings: Any
    ) -> None:
        settings.MAIL_MODE = "preview"
        Person.objects.filter(pk=two.marleen.pk).update(email="marleen@voorbeeld.nl", email_confirmed_at=day(0))
        _flow_both(two, version)
        assert SealedPaper.objects.get().signatures == 2
        kinds = sorted(OutgoingMail.objects.values_list("kind", flat=True))
        assert kinds == ["agreement_sealed", "agreement_sealed", "agreement_signed_by_other"]

    def test_when_it_fails_the_signatures_stand_and_it_is_tried_again(
        self, two: Together, version: AgreementVersion, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with monkeypatch.context() as broken:
            broken.setattr("samenstroom.agreements.actions.papers.paper_of", _no_room)
            _flow_both(two, version)
        version.refresh_from_db()
        assert version.holds and not SealedPaper.objects.exists()
        assert flow.seal_what_waits(now=day(4)) == 1 and flow.seal_what_waits(now=day(4)) == 0
        assert SealedPaper.objects.get().version == version


def _noor() -> Any:
    from tests.people import noor

    return noor()


def _kinds(two: Together) -> list[str]:
    lines = HistoryLine.objects.filter(collaboration=two.collaboration, kind__startswith="version_")
    return list(lines.order_by("pk").values_list("kind", flat=True))


def _flow_both(two: Together, version: AgreementVersion) -> None:
    for person, secret in ((two.marleen, CODE), (two.noor, PASSWORD)):
        looking = visit(person, two.collaboration, now=day(3))
        flow.sign(visit=looking, version=version, consent=consent_of(version, person.name), secret=secret)


def _no_room(_version: AgreementVersion) -> bytes:
    raise OSError("no room on the disk")


def _get(browser: Client, door: str, two: Together, page: str) -> Any:
    return browser.get(reverse(f"{door}:agreement_{page}", args=[two.collaboration.public_id, 1]))
