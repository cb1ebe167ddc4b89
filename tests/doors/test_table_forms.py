"""Forms of the table: what is wrong is said at the field, what was typed stays, and twice is harmless."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from samenstroom.checkins.models import Answer, Repair, Rhythm
from samenstroom.collaborations.models import HistoryLine, LineAnswer
from samenstroom.watch.models import ShownFinding
from samenstroom.watch.queries import noticed
from tests.doors.table_story import Door, Story, both_answer, door_of, on_day, opened, story
from tests.doors.test_table_pages import agreed_repair
from tests.people import day, together

pytestmark = pytest.mark.django_db

SIDES = pytest.mark.parametrize("who", ["noor", "marleen"])
REPAIR = {"text": "Wie later is, belt.", "owner": "both", "look_back_on": "2026-03-10"}


@pytest.fixture
def told() -> Iterator[Story]:
    with on_day(29):
        yield story()


def refused(door: Door, rest: str, kept: str = "", **data: Any) -> str:
    """The page comes back with 422, a title that starts with the fault, a summary, and the text still there."""
    response = door.post(rest, **data)
    html = response.content.decode()
    assert response.status_code == 422, rest
    assert "<title>Fout:" in html
    assert "error-summary" in html
    assert 'class="error"' in html
    assert kept in html
    return html


@SIDES
@pytest.mark.parametrize(
    ("rest", "kept", "data"),
    [
        ("fase/", "", {}),
        ("fase/", "", {"stage": "nergens"}),
        ("ritme/", "", {}),
        ("{open}1/", "", {}),
        ("{open}1/", "", {"flow": "9"}),
        ("{open}3/", "NIET-KWIJT", {"remark": "NIET-KWIJT"}),
        ("{open}3/", "LANG", {"appreciation": "LANG" * 600}),
        ("{apart}afspraak/", "NIET-KWIJT", {"text": "NIET-KWIJT", "look_back_on": "2026-03-10"}),
        ("{apart}afspraak/", "NIET-KWIJT", {"text": "NIET-KWIJT", "owner": "both", "look_back_on": "gauw"}),
        ("{apart}afspraak/", "NIET-KWIJT", {"text": "NIET-KWIJT", "owner": "both", "look_back_on": "2026-01-01"}),
        ("logboek/nieuw/note/", "", {"happened_on": "2026-01-20", "circle": "shared"}),
        ("logboek/nieuw/note/", "NIET-KWIJT", {"note": "NIET-KWIJT", "happened_on": "2027-01-01", "circle": "shared"}),
        ("logboek/nieuw/invoice_sent/", "NIET-KWIJT", {"note": "NIET-KWIJT", "amount": "veel", "circle": "shared"}),
    ],
)
def test_wrong_input_comes_back_with_what_was_typed(
    told: Story, who: str, rest: str, kept: str, data: dict[str, str]
) -> None:
    address = rest.format(open=told.checkin(told.open), apart=told.checkin(told.apart))
    refused(getattr(told, who), address, kept, **data)


def test_a_line_of_the_other_needs_a_stance_and_keeps_the_words(told: Story) -> None:
    line = next(one for one in told.lines("shared") if one.note == "SAMEN-GENOTEERD")
    refused(told.marleen, f"logboek/{line.public_id}/", "NIET-KWIJT", words="NIET-KWIJT")
    told.marleen.post(f"logboek/{line.public_id}/", stance="otherwise", words="Het was later.")
    told.marleen.post(f"logboek/{line.public_id}/", stance="so", words="Toch wel.")
    assert LineAnswer.objects.get().stance == "so"
    assert "Marleen zegt: zo was het." in told.noor.text("logboek/")
    # One's own line, and what the app wrote about an act, are not hers to judge.
    assert "Hoe zie jij het?" not in told.noor.text(f"logboek/{line.public_id}/")
    opened = next(one for one in told.lines("shared") if one.kind == "rhythm_proposed")
    assert "Hoe zie jij het?" not in told.marleen.text(f"logboek/{opened.public_id}/")


def test_setting_a_finding_aside_needs_a_reason(told: Story) -> None:
    rest = f"signalen/{noticed(told.table.seen_by_noor(day(29)))[0].mark}/"
    refused(told.noor, rest, aside="1", reason="")
    assert ShownFinding.objects.get().set_aside_at is None
    for _again in range(2):
        assert told.noor.post(rest, aside="1", reason="We spraken al.").status_code == 302
    html = told.noor.text(rest)
    assert "We spraken al." in html
    told.noor.post(rest, again="1")
    assert "We spraken al." not in told.noor.text(rest)


@SIDES
def test_looking_back_asks_one_of_three(told: Story, who: str) -> None:
    rest = f"samenwerken/afspraak/{agreed_repair(told).public_id}/terugkijken/"
    refused(getattr(told, who), rest, helped="misschien")


def test_looking_back_opens_when_both_have_said_it(told: Story) -> None:
    rest = f"samenwerken/afspraak/{agreed_repair(told).public_id}/terugkijken/"
    told.noor.post(rest, helped="no")
    hers = told.marleen.text(rest)
    assert "Noor heeft het al gezegd." in hers
    assert 'value="no" id="id_helped_2" checked' not in hers
    told.marleen.post(rest, helped="yes")
    for door in (told.noor, told.marleen):
        html = door.text(rest)
        assert "Ja, het helpt" in html
        assert "Nog niet" in html
    # Once open it is fixed.
    assert told.noor.post(rest, helped="yes").status_code == 302
    assert "Nog niet" in told.marleen.text(rest)


def test_going_on_later_never_waits_for_an_answer(told: Story) -> None:
    response = told.marleen.post(told.checkin(told.open, "1/"), later="1")
    assert response["Location"] == told.marleen.root
    # Nothing chosen is not "kan ik niet zeggen": the question stays open and asks for her answer at the end.
    for number in (2, 3):
        told.marleen.post(told.checkin(told.open, f"{number}/"))
    assert not Answer.objects.filter(round__opened_on=told.open, person=told.table.marleen, sent_at__isnull=False)
    html = told.marleen.text(told.checkin(told.open, "1/"))
    assert " checked" not in html


def test_what_was_left_open_in_step_two_is_still_open_on_return(told: Story) -> None:
    told.marleen.post(told.checkin(told.open, "2/"), trust="5", money="none")
    answer = Answer.objects.get(round__opened_on=told.open, person=told.table.marleen)
    assert answer.values == {"trust": 5, "money": None}
    assert told.marleen.text(told.checkin(told.open, "2/")).count(" checked") == 2


def test_a_step_after_the_envelopes_opened_changes_nothing(told: Story) -> None:
    response = told.noor.post(told.checkin(told.apart, "1/"), flow="1")
    assert response.status_code == 422 and told.checkin(told.apart) in response.content.decode()
    assert Answer.objects.get(round__opened_on=told.apart, person=told.table.noor).values["flow"] == 4


def test_there_is_no_fourth_step(told: Story) -> None:
    assert told.marleen.get(told.checkin(told.open, "4/")).status_code == 404


def test_every_third_round_asks_for_a_guess() -> None:
    with on_day(15):
        table = together()
        for n in (0, 7):
            both_answer(table, opened(table, n), {}, {})
        third = opened(table, 14)
        door = door_of(table.marleen, table)
        rest = f"samenwerken/check-in/{third.opened_on.isoformat()}/1/"
        assert "Wat denk je dat Noor zegt?" in door.text(rest)
        door.post(rest, flow="4", guess="2")
        assert Answer.objects.get(round=third).guess == 2


def test_a_tapped_suggestion_is_a_start_and_still_hers_to_change(told: Story) -> None:
    html = told.noor.text(told.checkin(told.apart) + "?voorstel=1")
    assert "Berichten na zes uur wachten tot de volgende ochtend.</textarea>" in html


def test_twice_the_same_agreement_is_one(told: Story) -> None:
    for _again in range(2):
        assert told.noor.post(told.checkin(told.apart, "afspraak/"), **REPAIR).status_code == 302
    repair = Repair.objects.get()
    rest = f"samenwerken/afspraak/{repair.public_id}/"
    for _again in range(2):
        assert told.marleen.post(rest, do="agree").status_code == 302
    assert HistoryLine.objects.filter(kind="repair_agreed").count() == 1
    for _again in range(2):
        assert told.marleen.post(rest, do="drop").status_code == 302
    assert HistoryLine.objects.filter(kind="repair_dropped").count() == 1
    assert REPAIR["text"] not in told.noor.text(told.checkin(told.apart))


def test_one_cannot_agree_with_oneself(told: Story) -> None:
    told.noor.post(told.checkin(told.apart, "afspraak/"), **REPAIR)
    told.noor.post(f"samenwerken/afspraak/{Repair.objects.get().public_id}/", do="agree")
    assert Repair.objects.get().agreed_at is None
    assert "Ja, dit spreken we af" not in told.noor.text(told.checkin(told.apart))
    assert "Ja, dit spreken we af" in told.marleen.text(told.checkin(told.apart))


def test_looking_back_on_what_was_never_agreed_leads_back(told: Story) -> None:
    told.noor.post(told.checkin(told.apart, "afspraak/"), **REPAIR)
    rest = f"samenwerken/afspraak/{Repair.objects.get().public_id}/terugkijken/"
    assert told.noor.post(rest, helped="yes").status_code == 302


@SIDES
def test_twice_the_same_line_is_one(told: Story, who: str) -> None:
    door: Door = getattr(told, who)
    line = {"note": "EEN-KEER", "happened_on": "2026-01-20", "circle": "shared"}
    for _again in range(2):
        assert door.post("logboek/nieuw/note/", **line).status_code == 302
    assert [one.note for one in told.lines("shared")].count("EEN-KEER") == 1


def test_sharing_twice_and_throwing_away_twice_is_harmless(told: Story) -> None:
    rest = f"logboek/{told.lines('private')[0].public_id}/"
    for _again in range(2):
        assert told.noor.post(rest, note="GEDEELD").status_code == 302
    assert [one.note for one in told.lines("shared")].count("GEDEELD") == 1
    for _again in range(2):
        assert told.noor.post(rest + "terugnemen/").status_code == 302
    assert not told.lines("private")


def test_a_shared_line_that_is_taken_back_stays_readable(told: Story) -> None:
    line = next(one for one in told.lines("shared") if one.note == "SAMEN-GENOTEERD")
    told.marleen.post(f"logboek/{line.public_id}/terugnemen/")
    assert "Teruggenomen op" not in told.noor.text("logboek/")
    told.noor.post(f"logboek/{line.public_id}/terugnemen/")
    for door in (told.noor, told.marleen):
        for page in ("logboek/", "gedeeld/", f"logboek/{line.public_id}/"):
            html = door.text(page)
            assert "SAMEN-GENOTEERD" in html
            assert "Teruggenomen op" in html


def test_a_rhythm_is_proposed_once_and_accepted_by_the_other(told: Story) -> None:
    for _again in range(2):
        told.noor.post("ritme/", weeks="4")
    proposed = Rhythm.objects.get(accepted_at=None)
    assert HistoryLine.objects.filter(kind="rhythm_proposed", data__isnull=False).count() == 2
    own = told.noor.text("ritme/")
    assert "Jij stelde voor: elke vier weken" in own
    assert "aannemen" not in own
    told.noor.post(f"ritme/{proposed.public_id}/aannemen/")
    proposed.refresh_from_db()
    assert proposed.accepted_at is None
    assert "Noor stelt voor: elke vier weken" in told.marleen.text("ritme/")
    for _again in range(2):
        assert told.marleen.post(f"ritme/{proposed.public_id}/aannemen/").status_code == 302
    assert "ligt niet meer open" not in told.marleen.text("ritme/")
    for _again in range(2):
        told.marleen.post(f"ritme/{proposed.public_id}/stoppen/")
    assert HistoryLine.objects.filter(kind="rhythm_stopped").count() == 1


def test_moving_the_stage_twice_leaves_one_line(told: Story) -> None:
    for _again in range(2):
        told.marleen.post("fase/", stage="adjust")
    assert HistoryLine.objects.filter(kind="stage_moved").count() == 1
    assert 'value="adjust" id="id_stage_4" checked' in told.noor.text("fase/")
