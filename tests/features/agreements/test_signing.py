"""Signing: each from her own place, in one chain, and never for the other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from samenstroom.accounts.models import Person
from samenstroom.accounts.proving import WrongProofError
from samenstroom.accounts.throttle import TooManyTriesError
from samenstroom.agreements.actions.signing import OtherTextError, decline_version, sign_version
from samenstroom.agreements.models import AgreementVersion, Refusal, SealedPaper, Signature, TrailEvent
from samenstroom.agreements.queries.signing import trail_of
from samenstroom.collaborations.actions import NotAllowedError, show_colleague
from samenstroom.collaborations.models import HistoryLine
from samenstroom.flows import signing as flow
from samenstroom.kit import clock
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
        assert _kinds(two) == ["agreement_signed", "agreement_signed_last"]

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
        assert version.declined_at == day(2) and _kinds(two) == ["agreement_declined"]
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


class TestPages:
    def test_marleen_signs_then_noor_and_both_get_the_same_file(self, two: Together, version: AgreementVersion) -> None:
        with clock.frozen(day(2)):
            marleen, noor = _browser(two.marleen), _browser(two.noor)
            assert _post(marleen, "portal", two, "sign", _yes(version, "Marleen de Vries", CODE)).status_code == 302
            assert b"Marleen de Vries" in _get(noor, "workspace", two, "sign").content
            assert _post(noor, "workspace", two, "sign", _yes(version, "Noor Jansen", PASSWORD)).status_code == 302
            files = [_get(noor, "workspace", two, "pdf"), _get(marleen, "portal", two, "pdf")]
        assert files[0].content == files[1].content and files[0].content.startswith(b"%PDF")
        assert files[0]["Content-Type"] == "application/pdf" and files[0]["X-Content-Type-Options"] == "nosniff"
        assert files[0]["Content-Disposition"] == 'attachment; filename="overeenkomst-1.pdf"'
        trail = _get(noor, "workspace", two, "trail").content.decode()
        assert "eigen persoonlijke link, met eigen code" in trail and "De keten is heel" in trail

    @pytest.mark.parametrize(
        "wrong",
        [{"agrees": ""}, {"typed_name": ""}, {"typed_name": "Piet Snot"}, {"secret": ""}, {"secret": "verkeerd"}],
        ids=["no box", "no name", "another name", "no code", "wrong code"],
    )
    def test_what_is_not_right_is_said_and_nothing_is_signed(
        self, two: Together, version: AgreementVersion, wrong: dict[str, str]
    ) -> None:
        with clock.frozen(day(2)):
            answer = _post(
                _browser(two.marleen), "portal", two, "sign", {**_yes(version, "Marleen de Vries", CODE), **wrong}
            )
        assert answer.status_code == 422 and not Signature.objects.exists()

    def test_another_name_is_fine_when_she_says_so(self, two: Together, version: AgreementVersion) -> None:
        yes = {**_yes(version, "M.E. Van Dijk", CODE), "other_name": "on"}
        with clock.frozen(day(2)):
            assert _post(_browser(two.marleen), "portal", two, "sign", yes).status_code == 302
        assert Signature.objects.get().typed_name == "M.E. Van Dijk"

    def test_alone_the_page_tells_how(self) -> None:
        noor = _noor()
        collaboration = started(noor)
        on_the_table(collaboration, noor)
        address = reverse("workspace:agreement_sign", args=[collaboration.public_id, 1])
        page = _browser(noor).get(address).content.decode()
        assert "Voor een ander tekenen kan niet" in page and 'name="secret"' not in page

    def test_declining_asks_why(self, two: Together, version: AgreementVersion) -> None:
        marleen = _browser(two.marleen)
        assert _post(marleen, "portal", two, "decline", {"reason": ""}).status_code == 422
        assert _post(marleen, "portal", two, "decline", {"reason": "Te lang"}).status_code == 302
        version.refresh_from_db()
        assert version.declined_at

    def test_who_put_it_there_takes_it_off_instead_of_declining(self, two: Together, version: AgreementVersion) -> None:
        with pytest.raises(NotAllowedError):
            decline_version(version=version, seat=two.noors_seat, reason="Toch niet", now=day(2))
        noor = _browser(two.noor)
        assert b"weigeren" not in _get(noor, "workspace", two, "sign").content
        assert _post(noor, "workspace", two, "decline", {"reason": "Toch niet"}).status_code == 200
        assert not Refusal.objects.exists()

    def test_the_page_of_the_agreement_leads_on_step_by_step(self, two: Together, version: AgreementVersion) -> None:
        def pages(person: Person, door: str) -> set[str]:
            address = reverse(f"{door}:agreement", args=[two.collaboration.public_id])
            page = _browser(person).get(address).content.decode()
            names = ("sign", "decline", "pdf", "trail")
            where = {name: reverse(f"{door}:agreement_{name}", args=[two.collaboration.public_id, 1]) for name in names}
            return {name for name, url in where.items() if f'href="{url}"' in page}

        assert pages(two.noor, "workspace") == {"sign"}
        assert pages(two.marleen, "portal") == {"sign", "decline"}
        signs(two.marleen, version)
        assert pages(two.marleen, "portal") == {"trail"}
        assert pages(two.noor, "workspace") == {"sign", "trail"}
        _flow_both(two, version)
        assert pages(two.marleen, "portal") == pages(two.noor, "workspace") == {"pdf", "trail"}

    def test_reading_leaves_no_trace(self, two: Together, version: AgreementVersion) -> None:
        before = TrailEvent.objects.count()
        for page in ("sign", "decline", "trail"):
            assert _get(_browser(two.marleen), "portal", two, page).status_code == 200
        assert TrailEvent.objects.count() == before

    def test_no_paper_before_both_signed(self, two: Together, version: AgreementVersion) -> None:
        assert _get(_browser(two.noor), "workspace", two, "pdf").status_code == 404


class TestVerifyPage:
    def test_anybody_with_the_file_reads_the_verdict_and_no_content(
        self, two: Together, version: AgreementVersion
    ) -> None:
        _flow_both(two, version)
        with clock.frozen(day(3)):
            file = _get(_browser(two.noor), "workspace", two, "pdf").content
        genuine = _verify(file)
        assert "Echt en niet veranderd" in genuine and "2 namen" in genuine
        assert "Noor" not in genuine and "Facturen" not in genuine
        assert "Dit bestand is veranderd" in _verify(file + b" ")
        assert "kunnen we niet lezen" in _verify(b"hallo") and "kunnen we niet lezen" in _verify(b"")

    def test_a_fingerprint_will_do(self, two: Together, version: AgreementVersion) -> None:
        _flow_both(two, version)
        sha256 = SealedPaper.objects.get().sha256
        known = Client().post(reverse("verify"), {"fingerprint": f" {sha256.upper()} "})
        assert "Echt en niet veranderd" in known.content.decode()
        assert "Niet van hier" in Client().post(reverse("verify"), {"fingerprint": "0" * 64}).content.decode()

    @pytest.mark.parametrize("sent", [{}, {"fingerprint": "geen"}])
    def test_nothing_to_look_at(self, sent: Mapping[str, str]) -> None:
        assert Client().post(reverse("verify"), sent).status_code == 422

    def test_not_endlessly(self) -> None:
        browser = Client()
        for _try in range(30):
            assert browser.post(reverse("verify"), {"fingerprint": "0" * 64}).status_code == 200
        assert browser.post(reverse("verify"), {"fingerprint": "0" * 64}).status_code == 422


def _noor() -> Any:
    from tests.people import noor

    return noor()


def _kinds(two: Together) -> list[str]:
    lines = HistoryLine.objects.filter(collaboration=two.collaboration, kind__startswith="agreement")
    return list(lines.order_by("pk").values_list("kind", flat=True))


def _flow_both(two: Together, version: AgreementVersion) -> None:
    for person, secret in ((two.marleen, CODE), (two.noor, PASSWORD)):
        looking = visit(person, two.collaboration, now=day(3))
        flow.sign(visit=looking, version=version, consent=consent_of(version, person.name), secret=secret)


def _no_room(_version: AgreementVersion) -> bytes:
    raise OSError("no room on the disk")


def _browser(person: Any) -> Client:
    browser = Client()
    browser.force_login(person)
    return browser


def _yes(version: AgreementVersion, name: str, secret: str) -> dict[str, str]:
    return {
        "agrees": "on", "typed_name": name, "secret": secret,
        "fingerprint": consent_of(version, name).fingerprint,
    }  # fmt: skip


def _post(browser: Client, door: str, two: Together, page: str, data: Mapping[str, str]) -> Any:
    return browser.post(reverse(f"{door}:agreement_{page}", args=[two.collaboration.public_id, 1]), data)


def _get(browser: Client, door: str, two: Together, page: str) -> Any:
    return browser.get(reverse(f"{door}:agreement_{page}", args=[two.collaboration.public_id, 1]))


def _verify(file: bytes) -> str:
    from django.core.files.uploadedfile import SimpleUploadedFile

    return Client().post(reverse("verify"), {"file": SimpleUploadedFile("x.pdf", file)}).content.decode()
