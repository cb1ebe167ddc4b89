"""Signed elsewhere, page by page: wrong input, hostile files, what is seen before it is shared, and the answer."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from samenstroom.agreements.models import AgreementVersion, SignedElsewhere
from samenstroom.agreements.queries.in_force import in_force_at
from samenstroom.files.kinds import MOST_BYTES
from samenstroom.files.models import KeptFile
from samenstroom.kit import clock
from tests.features.agreements.elsewhere_steps import PDF, noted
from tests.features.agreements.steps import laid
from tests.people import Together, day, noor, started, together, visit

pytestmark = pytest.mark.django_db

TERMS = {
    "provider": "me", "signed_on": "2026-01-07", "fee_model": "hourly", "hourly_rate_eur": "62,50",
    "payment_term_days": "21", "hours_per_week_expected": "6,5", "notice_days_client": "30", "suspension_right": "yes",
    "reminder_days_before_suspension": "7",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _folder(settings: Any, tmp_path: Any) -> Any:
    settings.FILES_DIR = tmp_path / "files"
    with clock.frozen(day(9)):
        yield


@pytest.fixture
def table() -> Together:
    return together(with_rhythm=False, stage="agree")


def client_of(person: Any) -> Client:
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def noors(table: Together) -> Client:
    return client_of(table.noor)


@pytest.fixture
def marleens(table: Together) -> Client:
    return client_of(table.marleen)


def at(table: Together, rest: str = "elders/", door: str = "s") -> str:
    return f"/{door}/{table.collaboration.public_id}/afspreken/{rest}"


def pdf(content: bytes = PDF, name: str = "getekend.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def said(answer: Any) -> str:
    return str(answer.content.decode())


def test_nothing_is_kept_before_she_saw_what_the_other_will_see(table: Together, noors: Client) -> None:
    assert "Al getekend op papier" in said(noors.get(at(table, "overeenkomst/")))
    assert noors.get(at(table)).status_code == 200
    look = noors.post(at(table), {**TERMS, "do": "look"})
    assert look.status_code == 200 and "Dit ziet Marleen" in said(look) and "€ 62,50" in said(look)
    assert not AgreementVersion.objects.exists() and not KeptFile.objects.exists()
    back = noors.post(at(table), {**TERMS, "do": "change"})
    assert 'value="62,50"' in said(back) and not AgreementVersion.objects.exists()


def test_shared_then_confirmed_then_the_terms_count(table: Together, noors: Client, marleens: Client) -> None:
    shared = noors.post(at(table), {**TERMS, "do": "share", "file": pdf()})
    assert shared["Location"] == at(table, "overeenkomst/")
    mine = noors.get(at(table, "overeenkomst/"))
    assert "Ligt bij Marleen" in said(mine) and "Teken deze versie" not in said(mine)
    hers = marleens.get(at(table, "overeenkomst/", "kant"), follow=True)
    kept = KeptFile.objects.get()
    for part in ("Hebben jullie dit getekend?", "€ 62,50", "7 januari 2026", kept.sha256, kept.public_id):
        assert part in said(hers)
    confirmed = marleens.post(at(table, "elders/1/antwoord/", "kant"), {"do": "confirm"}, follow=True)
    assert "Dit geldt nu voor jullie allebei." in said(confirmed)
    holds = in_force_at(table.seen_by_noor(day(10)))
    assert holds is not None and (holds.payment_days, str(holds.hours_per_week)) == (21, "6.5")
    assert "Bevestigd door Marleen" in said(noors.get(at(table, "overeenkomst/")))


def test_the_other_opens_the_pdf_and_somebody_else_does_not(table: Together, noors: Client, marleens: Client) -> None:
    noors.post(at(table), {**TERMS, "do": "share", "file": pdf()})
    address = f"/kant/{table.collaboration.public_id}/bestanden/{KeptFile.objects.get().public_id}/"
    answer = marleens.get(address)
    assert b"".join(answer) == PDF and "attachment" in answer["Content-Disposition"]
    assert Client().get(address).status_code != 200


@pytest.mark.parametrize(
    ("field", "typed", "says"),
    [
        ("signed_on", "", "Vul een datum in"),
        ("signed_on", "2026-01-15", "Kies vandaag of een eerdere dag."),
        ("signed_on", "1066-10-14", "Vul een datum in"),
        ("provider", "", "Kies wie het werk doet."),
        ("provider", "<script>", "Kies wie het werk doet."),
        ("payment_term_days", "veertien", "Vul een getal in"),
        ("payment_term_days", "14,5", "Vul een heel getal in"),
        ("payment_term_days", "99999", "Vul een getal in tot en met 3650."),
        ("hours_per_week_expected", "169", "Vul een getal in tot en met 168."),
        ("hourly_rate_eur", "-5", "0"),
        ("fee_model", "magic", "Kies een van de antwoorden."),
        ("end_date", "2025-01-01", "Kies een dag na het begin."),
    ],
)
def test_wrong_input_is_told_beside_its_field_and_stays(
    table: Together, noors: Client, field: str, typed: str, says: str
) -> None:
    answer = noors.post(at(table), {**TERMS, "start_date": "2026-01-01", field: typed, "do": "look"})
    assert answer.status_code == 422
    assert says in str(answer.context["form"].errors[field])
    assert answer.context["form"][field].value() == typed
    assert not AgreementVersion.objects.exists()


@pytest.mark.parametrize(
    ("file", "says"),
    [
        (SimpleUploadedFile("getekend.pdf", b"MZ\x90\x00\x03"), "Dit is geen pdf."),
        (SimpleUploadedFile("getekend.pdf", b"<html><script>alert(1)</script>"), "Dit is geen pdf."),
        (SimpleUploadedFile("getekend.pdf", b"\xff\xd8\xff\xe0 foto"), "JPEG"),
        (SimpleUploadedFile("getekend.pdf", b"Gewoon tekst."), "TXT"),
        (SimpleUploadedFile("getekend.pdf", b""), "Dit bestand is leeg."),
        (SimpleUploadedFile("getekend.pdf", b"%PDF-" + b"x" * MOST_BYTES), "groter dan 10 MB"),
    ],
    ids=["program", "page", "photo", "text", "empty", "large"],
)
def test_a_hostile_file_is_refused_in_words_and_the_terms_stay(
    table: Together, noors: Client, file: SimpleUploadedFile, says: str
) -> None:
    file.seek(0)
    answer = noors.post(at(table), {**TERMS, "do": "share", "file": file})
    assert answer.status_code == 422 and says in said(answer) and "62,50" in said(answer)
    assert not AgreementVersion.objects.exists() and not KeptFile.objects.exists()


def test_the_name_of_a_file_is_made_harmless(table: Together, noors: Client) -> None:
    noors.post(at(table), {**TERMS, "do": "share", "file": pdf(name="<b>over\x00eenkomst</b>.exe")})
    assert KeptFile.objects.get().name.endswith(".pdf")
    page = said(noors.get(at(table, "overeenkomst/")))
    assert "<b>" not in page


def test_the_other_says_what_is_not_right(table: Together, noors: Client, marleens: Client) -> None:
    noors.post(at(table), {**TERMS, "do": "share"})
    empty = marleens.post(at(table, "elders/1/klopt-niet/", "kant"), {"words": ""})
    assert empty.status_code == 422 and "Schrijf kort wat er niet klopt." in said(empty)
    marleens.post(at(table, "elders/1/klopt-niet/", "kant"), {"words": "Het was 14 dagen."})
    page = said(noors.get(at(table, "overeenkomst/")))
    assert "Het was 14 dagen." in page and "Noteer het opnieuw" in page
    assert in_force_at(table.seen_by_noor(day(10))) is None
    assert 'value="62,5"' in said(noors.get(at(table))) or 'value="62,50"' in said(noors.get(at(table)))


def test_ones_own_note_is_not_answered_and_what_is_gone_is_told_calmly(table: Together, noors: Client) -> None:
    noors.post(at(table), {**TERMS, "do": "share"})
    for do in ("confirm", "iets"):
        answer = noors.post(at(table, "elders/1/antwoord/"), {"do": do}, follow=True)
        assert "Dit kan nu niet meer." in said(answer)
    assert noors.get(at(table, "elders/1/klopt-niet/")).status_code == 302
    assert noors.get(at(table, "elders/7/klopt-niet/")).status_code == 404
    taken = noors.post(at(table, "elders/1/antwoord/"), {"do": "withdraw"}, follow=True)
    assert "Van tafel." in said(taken)


def test_alone_it_holds_at_once_and_the_page_says_so() -> None:
    me = noor()
    collaboration = started(me)
    client = client_of(me)
    address = f"/s/{collaboration.public_id}/afspreken/"
    look = client.post(f"{address}elders/", {**TERMS, "do": "look"})
    assert "Zo komt het te staan" in said(look) and "Het geldt meteen." in said(look)
    client.post(f"{address}elders/", {**TERMS, "do": "share", "file": pdf()})
    assert in_force_at(visit(me, collaboration, now=day(10))) is not None
    assert "Marleen heeft het niet bevestigd." in said(client.get(f"{address}overeenkomst/"))


def test_of_partners_nobody_is_asked_who_does_the_work() -> None:
    me = noor()
    collaboration = started(me)
    type(collaboration).objects.filter(pk=collaboration.pk).update(kind="partner")
    page = said(client_of(me).get(f"/s/{collaboration.public_id}/afspreken/elders/"))
    assert "Opzegtermijn van Noor" in page and "Wie doet het werk?" not in page


def test_the_form_begins_with_the_text_that_lies_there(table: Together, noors: Client) -> None:
    laid(table.seen_by_noor(day(1)), payment_term_days=45)
    page = noors.get(at(table))
    assert page.context["form"].initial["payment_term_days"] == "45"
    assert page.context["form"].initial["provider"] == "me"


def test_a_day_before_what_was_signed_here_is_told_beside_the_day(table: Together, noors: Client) -> None:
    made = laid(table.seen_by_noor(day(1)))
    AgreementVersion.objects.filter(pk=made.pk).update(signed_at=day(5))
    answer = noors.post(at(table), {**TERMS, "do": "share"})
    assert answer.status_code == 422 and "later tekenden" in str(answer.context["form"].errors["signed_on"])
    assert not SignedElsewhere.objects.exists()


def test_a_changed_note_keeps_its_pdf_and_says_so(table: Together, noors: Client) -> None:
    noors.post(at(table), {**TERMS, "do": "share", "file": pdf()})
    look = noors.post(at(table), {**TERMS, "payment_term_days": "30", "do": "look"})
    assert "blijft getekend.pdf erbij" in said(look)
    noors.post(at(table), {**TERMS, "payment_term_days": "30", "do": "share"})
    assert SignedElsewhere.objects.get(version__number=2).file == KeptFile.objects.get()


def test_the_other_may_note_it_from_her_own_side(table: Together, marleens: Client) -> None:
    marleens.post(at(table, door="kant"), {**TERMS, "provider": "other", "do": "share"})
    version = AgreementVersion.objects.get()
    assert version.provider_id == table.noors_seat.party_id and version.put_by == table.marleens_seat


def test_what_was_noted_and_taken_off_stays_readable(table: Together, noors: Client) -> None:
    noted(table.seen_by_noor(day(1)))
    noted(table.seen_by_noor(day(2)), payment_term_days=30)
    page = said(noors.get(at(table, "overeenkomst/1/")))
    assert "Van tafel" in page and "21 dagen" in page
