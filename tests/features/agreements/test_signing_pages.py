"""The pages of signing, behind both doors, and the page where anybody checks a file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from samenstroom.accounts.models import Person
from samenstroom.agreements.actions.signing import decline_version
from samenstroom.agreements.models import AgreementVersion, Refusal, SealedPaper, Signature, TrailEvent
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.flows import signing as flow
from samenstroom.kit import clock
from tests.features.agreements.signing_steps import consent_of, on_the_table, signs
from tests.people import CODE, PASSWORD, Together, day, started, together, visit

pytestmark = pytest.mark.django_db


@pytest.fixture
def two() -> Together:
    return together(with_rhythm=False)


@pytest.fixture
def version(two: Together) -> AgreementVersion:
    return on_the_table(two.collaboration, two.noor)


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


def _flow_both(two: Together, version: AgreementVersion) -> None:
    for person, secret in ((two.marleen, CODE), (two.noor, PASSWORD)):
        looking = visit(person, two.collaboration, now=day(3))
        flow.sign(visit=looking, version=version, consent=consent_of(version, person.name), secret=secret)


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
