"""Reading a text made elsewhere, page by page: nothing is kept unasked, nothing is taken over unticked, nobody knows."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from samenstroom.agreements.actions.readings import MOST_KEPT, NoRoomError, keep_text, throw_away_text
from samenstroom.agreements.models import AgreementDraft, AgreementVersion, KeptText
from samenstroom.agreements.queries.drafts import draft_of
from samenstroom.agreements.reading_terms import taken
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.models import HistoryLine
from samenstroom.dossier.export import export
from samenstroom.dossier.importing import read_in
from samenstroom.files.models import KeptFile
from samenstroom.kit import clock
from samenstroom.workspace.insight_agreed import texts_read
from tests.features.agreements.steps import drafted
from tests.features.kit.hostile import docx, locked_pdf, pdf, written
from tests.people import Together, day, noor, ruben, started, together, visit

pytestmark = pytest.mark.django_db

TEXT = (
    "Artikel 1. Betaling\nBetaling binnen 21 dagen na factuurdatum. Het uurtarief is € 62,50.\n"
    "Artikel 2. Opzegging\nOpzeggen kan in overleg."
)


@pytest.fixture(autouse=True)
def _now() -> Any:
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


def at(table: Together, rest: str = "") -> str:
    return f"/s/{table.collaboration.public_id}/afspreken/lezen/{rest}"


def reads(answer: Any, status: int = 200) -> str:
    assert answer.status_code == status
    return str(answer.content.decode())


def test_what_was_read_is_shown_with_its_sentence_and_kept_nowhere(table: Together, noors: Client) -> None:
    lines = HistoryLine.objects.count()
    page = reads(noors.post(at(table), {"text": TEXT}))
    assert "Dit is een hulp, geen oordeel. Lees zelf mee." in page
    assert "‘Betaling binnen 21 dagen na factuurdatum.’" in page and "‘Opzeggen kan in overleg.’" in page
    assert page.index("Lijkt erin te staan") < page.index("Niet duidelijk") < page.index("Zagen we niet")
    assert "21 dagen" in page and "€ 62,50" in page and "checked" not in page
    assert not KeptText.objects.exists() and not AgreementDraft.objects.exists() and not KeptFile.objects.exists()
    assert HistoryLine.objects.count() == lines and not list(noors.session.get("text", ""))


def test_a_file_is_read_and_goes_before_a_pasted_text(table: Together, noors: Client) -> None:
    for content in (pdf(), docx(written("De opdrachtgever betaalt binnen 14 dagen."))):
        page = reads(noors.post(at(table), {"text": "Iets anders.", "file": SimpleUploadedFile("a.pdf", content)}))
        assert "‘De opdrachtgever betaalt binnen 14 dagen.’" in page


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (locked_pdf(), "zit op slot met een wachtwoord"),
        (b"%PDF-1.4 stuk", "is beschadigd"),
        (b"MZ\x00", "Dit soort bestand lezen we niet."),
        (b"x" * 10_400_000, "groter dan 10 MB"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_at_its_field(
    table: Together, noors: Client, content: bytes, words: str
) -> None:
    page = reads(noors.post(at(table), {"text": "Mijn tekst.", "file": SimpleUploadedFile("a.pdf", content)}), 422)
    assert words in page and "Mijn tekst." in page and "Fout:" in page


def test_nothing_and_far_too_much_are_said_at_the_text(table: Together, noors: Client) -> None:
    assert "Plak de tekst van de overeenkomst, of kies een bestand." in reads(noors.post(at(table), {"text": " "}), 422)
    assert "te veel tekst" in reads(noors.post(at(table), {"text": "woord " * 50_000}), 422)


def test_only_what_she_ticks_comes_in_her_own_draft(table: Together, noors: Client) -> None:
    noors.post(at(table, "concept/"), {"take": ["payment_term_days=21", "governing_law=BE", "trial_weeks=4"]})
    draft = draft_of(table.seen_by_noor(day(9)))
    assert draft is not None
    terms = {one["code"]: one["terms"] for one in draft.content["clauses"]}
    assert terms["invoicing"]["payment_term_days"] == 21 and terms["law_forum"]["governing_law"] == "BE"
    assert terms["trial"]["trial_weeks"] == 4 and terms["fee"]["hourly_rate_eur"] != "62.50"
    noors.post(at(table, "concept/"), {"take": "hourly_rate_eur=62.50"})
    again = draft_of(table.seen_by_noor(day(9)))
    assert again is not None and again.content["clauses"] != draft.content["clauses"]
    kept = {one["code"]: one["terms"] for one in again.content["clauses"]}
    assert kept["invoicing"]["payment_term_days"] == 21 and kept["fee"]["hourly_rate_eur"] == "62.50"


def test_what_does_not_fit_a_term_is_never_taken_over() -> None:
    sent = ["payment_term_days=veel", "onbekend=1", "share_of_income_percent=90", "tacit_renewal=misschien", "los"]
    assert taken([*sent, "payment_term_days=21", "payment_term_days=30"]) == {"payment_term_days": 21}
    assert taken(["tacit_renewal=true", "start_date=2027-03-01", "start_date=geen"]) == {
        "tacit_renewal": True, "start_date": "2027-03-01",
    }  # fmt: skip


def test_signed_elsewhere_begins_with_what_she_ticked_and_shares_nothing(table: Together, noors: Client) -> None:
    address = f"/s/{table.collaboration.public_id}/afspreken/elders/"
    page = reads(noors.post(address, {"do": "begin", "take": ["payment_term_days=21", "hourly_rate_eur=62.50"]}))
    assert 'value="21"' in page and 'value="62,5"' in page and "Fout:" not in page
    assert not AgreementVersion.objects.exists()


def test_she_keeps_a_text_once_reads_it_again_and_throws_it_away(table: Together, noors: Client) -> None:
    for _twice in range(2):
        answer = noors.post(at(table, "bewaren/"), {"text": TEXT})
    kept = KeptText.objects.get()
    assert answer["Location"] == at(table, f"tekst/{kept.public_id}/")
    assert "‘Betaling binnen 21 dagen na factuurdatum.’" in reads(noors.get(answer["Location"]))
    assert "Artikel 1. Betaling" in reads(noors.get(at(table)))
    assert [one.text for one in texts_read(table.seen_by_noor(day(9))).lines] == [TEXT]
    noors.post(at(table, f"tekst/{kept.public_id}/"))
    assert not KeptText.objects.exists()
    assert noors.get(at(table, f"tekst/{kept.public_id}/")).status_code == 404


def test_there_is_room_for_a_few_and_another_is_refused_with_words(table: Together, noors: Client) -> None:
    seen = table.seen_by_noor(day(9))
    for number in range(MOST_KEPT):
        keep_text(visit=seen, text=f"Tekst {number}.")
    with pytest.raises(NoRoomError):
        keep_text(visit=seen, text="Nog een.")
    page = reads(noors.post(at(table, "bewaren/"), {"text": "Nog een."}, follow=True))
    assert "Gooi er eerst één weg" in page and KeptText.objects.count() == MOST_KEPT


def test_a_text_is_hers_alone(table: Together, noors: Client) -> None:
    kept = keep_text(visit=table.seen_by_noor(day(9)), text=TEXT)
    stranger = client_of(ruben())
    assert stranger.get(at(table, f"tekst/{kept.public_id}/")).status_code == 404
    with pytest.raises(NotAllowedError):
        throw_away_text(kept=kept, visit=table.seen_by_marleen(day(9)))
    assert "own" not in export(table.seen_by_marleen(day(9))) or "texts_read" not in export(
        table.seen_by_marleen(day(9))
    ).get("own", {})


def test_the_pages_that_lead_here_do_so_for_who_has_an_account(table: Together, noors: Client) -> None:
    for page in ("afspreken/overeenkomst/", "afspreken/elders/", "afspreken/opstellen/"):
        assert at(table) in reads(noors.get(f"/s/{table.collaboration.public_id}/{page}"))
    drafted(table.seen_by_noor(day(9)))
    assert at(table) in reads(noors.get(f"/s/{table.collaboration.public_id}/afspreken/opstellen/"))
    marleens = client_of(table.marleen)
    page = reads(marleens.get(f"/kant/{table.collaboration.public_id}/afspreken/elders/"))
    assert "/afspreken/lezen/" not in page


def test_it_comes_out_of_a_dossier_as_it_went_in(table: Together) -> None:
    keep_text(visit=table.seen_by_noor(day(9)), text=TEXT)
    out = json.loads(json.dumps(export(table.seen_by_noor(day(10)))))
    again = read_in(document=out, person=table.noor, now=day(11))
    back = json.loads(json.dumps(export(visit(table.noor, again, now=day(11)))))
    assert back["own"]["texts_read"] == out["own"]["texts_read"] and out["own"]["texts_read"][0]["text"] == TEXT


def test_alone_at_a_table_it_works_as_well() -> None:
    person = noor()
    table = started(person)
    page = reads(client_of(person).post(f"/s/{table.public_id}/afspreken/lezen/", {"text": TEXT}))
    assert "Lijkt erin te staan" in page
