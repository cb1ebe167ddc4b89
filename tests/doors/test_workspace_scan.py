"""The pages of a red-flag scan: kept at once, back where she was, locked when finished, and only for her."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from samenstroom.adjusting.models import Talk
from samenstroom.exploring.models import Scan
from samenstroom.kit import clock
from tests import people
from tests.people import Together, day

pytestmark = pytest.mark.django_db
SCRIPT = "<script>alert(1)</script> 🙂 שלום"


@pytest.fixture
def table() -> Together:
    return people.together(stage="explore", with_rhythm=False)


@pytest.fixture
def noor(table: Together) -> Client:
    client = Client()
    client.force_login(table.noor)
    return client


def at(table: Together, name: str, **parts: object) -> str:
    return reverse(f"workspace:{name}", kwargs={"collaboration": table.collaboration.public_id, **parts})


def begin(table: Together, noor: Client) -> Scan:
    noor.post(at(table, "scan"))
    return Scan.objects.get(finished_at=None)


def say(table: Together, noor: Client, number: int, given: str = "yes", note: str = "", turn: int = 0) -> None:
    data = {"given": given, "note": note, "turn": str(turn)}
    assert noor.post(at(table, "scan_step", number=number), data).status_code == 302


def finished(table: Together, noor: Client, **answers: str) -> Scan:
    scan = begin(table, noor)
    for number, given in answers.items():
        say(table, noor, int(number.removeprefix("q")), given)
    noor.post(at(table, "scan_check"))
    scan.refresh_from_db()
    return scan


def test_begins_at_the_first_question_and_goes_on_where_she_was(table: Together, noor: Client) -> None:
    assert noor.post(at(table, "scan"))["Location"] == at(table, "scan_step", number=1)
    say(table, noor, 1)
    say(table, noor, 2, "open")
    assert "Je bent bij vraag 3 van 32." in noor.get(at(table, "scan")).content.decode()
    assert noor.post(at(table, "scan"))["Location"] == at(table, "scan_step", number=3)
    assert Scan.objects.count() == 1


def test_question_is_one_page_with_its_number_and_part_and_a_neutral_title(table: Together, noor: Client) -> None:
    begin(table, noor)
    html = noor.get(at(table, "scan_step", number=10)).content.decode()
    assert "Vraag 10 van 32" in html and "Wat je ziet en hoort" in html and "Waarom vragen we dit?" in html
    assert "Marleen ziet je antwoorden nooit" in html
    title = html.split("<title>")[1].split("</title>")[0]
    assert "Vraag 10 van 32" in title and "prijs" not in title
    assert noor.get(at(table, "scan_step", number=33)).status_code == 404


def test_without_a_scan_there_is_no_question(table: Together, noor: Client) -> None:
    assert noor.get(at(table, "scan_step", number=1))["Location"] == at(table, "scan")
    assert noor.get(at(table, "scan_check"))["Location"] == at(table, "scan")


def test_empty_answer_asks_kindly_and_keeps_the_note(table: Together, noor: Client) -> None:
    begin(table, noor)
    answer = noor.post(at(table, "scan_step", number=1), {"note": "Dit wil ik bewaren."})
    html = answer.content.decode()
    assert answer.status_code == 422 and "Dit wil ik bewaren." in html
    assert "Kies een antwoord. Weet je het nog niet? Dat kan ook." in html and "Fout:" in html


@pytest.mark.parametrize("note", [SCRIPT, "a" * 2000])
def test_note_of_any_kind_is_kept_and_shown_as_text(table: Together, noor: Client, note: str) -> None:
    begin(table, noor)
    say(table, noor, 1, note=note)
    html = noor.get(at(table, "scan_step", number=1)).content.decode()
    assert "<script>alert" not in html
    assert Scan.objects.get().answers["fear_no_work"]["note"] == note


def test_very_long_note_is_given_back_whole_with_a_clear_word(table: Together, noor: Client) -> None:
    begin(table, noor)
    answer = noor.post(at(table, "scan_step", number=1), {"given": "yes", "note": "é" * 50_000})
    html = answer.content.decode()
    assert answer.status_code == 422 and "é" * 50_000 in html
    assert "Dit is wat lang. Maak er maximaal 2000 tekens van." in html
    assert Scan.objects.get().answers == {}


def test_skipping_says_that_she_does_not_know_yet_and_keeps_what_she_chose(table: Together, noor: Client) -> None:
    begin(table, noor)
    noor.post(at(table, "scan_step", number=1), {"skip": "1", "note": "Vraag ik na."})
    noor.post(at(table, "scan_step", number=2), {"skip": "1", "given": "yes"})
    answers = Scan.objects.get().answers
    assert answers["fear_no_work"] == {"given": "open", "note": "Vraag ik na.", "turn": 1}
    assert answers["for_the_money"]["given"] == "yes"


def test_going_on_later_keeps_what_she_said_and_asks_nothing(table: Together, noor: Client) -> None:
    begin(table, noor)
    for number, data in ((1, {"given": "bit"}), (2, {"note": "Alleen dit."}), (3, {})):
        answer = noor.post(at(table, "scan_step", number=number), {**data, "later": "1"})
        assert answer["Location"] == at(table, "scan")
    answers = Scan.objects.get().answers
    assert {key: one["given"] for key, one in answers.items()} == {"fear_no_work": "bit", "for_the_money": "open"}


def test_an_older_page_of_the_same_question_loses_no_words(table: Together, noor: Client) -> None:
    begin(table, noor)
    say(table, noor, 1, "yes", "Eerste tab.")
    say(table, noor, 1, "bit", "Tweede tab.")
    say(table, noor, 1, "bit", "Tweede tab.")
    assert Scan.objects.get().answers["fear_no_work"]["note"] == "Eerste tab.\n\nTweede tab."


def test_page_that_was_open_while_she_finished_gives_her_words_back(table: Together, noor: Client) -> None:
    finished(table, noor, q1="yes")
    answer = noor.post(at(table, "scan_step", number=2), {"given": "yes", "note": "Dit schreef ik net."})
    html = answer.content.decode()
    assert answer.status_code == 422 and "Dit schreef ik net." in html and "intussen afgerond" in html


def test_answers_are_checked_and_changed_before_she_finishes(table: Together, noor: Client) -> None:
    begin(table, noor)
    say(table, noor, 1, note="De zomer is leeg.")
    html = noor.get(at(table, "scan_check")).content.decode()
    change = f"{at(table, 'scan_step', number=1)}?nakijken"
    assert "Ja: De zomer is leeg." in html and change in html
    answer = noor.post(change, {"given": "no", "note": "De zomer is leeg.", "turn": "1"})
    assert answer["Location"] == at(table, "scan_check")
    assert "Nee: De zomer is leeg." in noor.get(at(table, "scan_check")).content.decode()


def test_finishing_leads_to_the_result_and_pressing_twice_is_harmless(table: Together, noor: Client) -> None:
    scan = finished(table, noor, q10="yes")
    assert scan.finished_at is not None
    assert noor.post(at(table, "scan_check"))["Location"] == at(table, "scan")
    html = noor.get(at(table, "scan_result", scan=scan.public_id)).content.decode()
    assert "Marleen vraagt om korting op je prijs." in html and "Houd in het oog" in html and "Zoek nog uit" in html
    assert ("Bereid hierover een gesprek voor" in html and "Gevoel" in html) or "gevoel" in html


def test_stop_is_the_one_spotlight(table: Together, noor: Client) -> None:
    scan = finished(table, noor, q15="yes", q23="yes")
    html = noor.get(at(table, "scan_result", scan=scan.public_id)).content.decode()
    assert html.count('class="spotlight') == 1
    assert html.index("Je nee werd niet gehoord") < html.index("Vraagt nu iets van je")
    assert "Dit hoef je niet te doen" in html
    assert "Bereid dit gesprek voor" not in html, "talking is not enough here"


def test_the_sentence_begins_a_talk_and_pressing_twice_leads_to_the_same(table: Together, noor: Client) -> None:
    scan = finished(table, noor, q10="yes")
    for _ in range(2):
        answer = noor.post(at(table, "scan_talk", scan=scan.public_id, flag="haggles"))
        assert "/bijsturen/gesprek/" in answer["Location"]
    talk = Talk.objects.get()
    assert talk.subject == "Marleen vraagt om korting op je prijs." and talk.opening.startswith("Het kan voor minder.")
    unknown = at(table, "scan_talk", scan=scan.public_id, flag="bestaatniet")
    assert noor.post(unknown).status_code == 404


def test_two_scans_can_be_laid_side_by_side(table: Together, noor: Client) -> None:
    with clock.frozen(day(0)):
        first = finished(table, noor, q10="yes")
    with clock.frozen(day(8)):
        second = finished(table, noor, q12="yes")
        compared = at(table, "scan_compare", scan=second.public_id, earlier=first.public_id)
        assert compared in noor.get(at(table, "scan_result", scan=second.public_id)).content.decode()
        html = noor.get(compared).content.decode()
        assert "Toen en nu" in html and "Nieuw" in html and "Hetzelfde" in html


def test_a_scan_can_be_thrown_away_also_halfway(table: Together, noor: Client) -> None:
    whole, half = finished(table, noor, q1="yes"), begin(table, noor)
    assert noor.get(at(table, "scan_result", scan=half.public_id)).status_code == 404
    for scan in (whole, half):
        assert noor.post(at(table, "scan_discard", scan=scan.public_id)).status_code == 302
    assert not Scan.objects.exists()


def test_nobody_else_sees_or_touches_it(table: Together, noor: Client) -> None:
    scan = finished(table, noor, q1="yes")
    karin = people.karin(colleague_of=table.noor)
    ruben = people.ruben()
    for person in (karin, ruben):
        client = Client()
        client.force_login(person)
        for name in ("scan_result", "scan_discard"):
            address = at(table, name, scan=scan.public_id)
            assert client.get(address).status_code in (404, 405) and client.post(address).status_code == 404
        assert client.get(at(table, "scan")).status_code == 404
    marleen = Client()
    marleen.force_login(table.marleen)
    assert marleen.get(at(table, "scan_result", scan=scan.public_id))["Location"] == reverse("portal:tables")
    assert Scan.objects.count() == 1


def test_it_speaks_english_to_who_reads_english(table: Together, noor: Client) -> None:
    table.noor.language = "en"
    table.noor.save()
    with translation.override("nl"):  # afterwards the next test is as it was
        scan = finished(table, noor, q10="yes", q1="bit")
        html = noor.get(at(table, "scan_result", scan=scan.public_id)).content.decode()
    assert "Marleen asks for a discount on your price." in html and "Sleep on it" in html
    assert "{name}" not in html and "Jouw" not in html
