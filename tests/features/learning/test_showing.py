"""What rests on the other's words is never shown without the yes of both, and what she wrote herself is."""

from typing import Any

import pytest

from samenstroom.adjusting.actions import companions
from samenstroom.adjusting.actions.talks import start_talk, write_talk
from samenstroom.adjusting.models import Companion
from samenstroom.collaborations.actions import NotAllowedError, write_line
from samenstroom.exploring.actions.feelings import note_feeling, resolve_prediction
from samenstroom.feedback.actions.feedback import share_feedback
from samenstroom.learning.actions.lessons import OWN, Taught, learn_lesson
from samenstroom.learning.actions.mentors import end_mentorship
from samenstroom.learning.actions.shares import ask_both, call_other
from samenstroom.learning.forms.mentors import ShowKindForm
from samenstroom.learning.models import Mentorship
from samenstroom.learning.showing import BY_NAME
from samenstroom.learning.showing import page_of as page_of_kind
from samenstroom.learning.showing.resting import Rest, rest_of
from samenstroom.privacy.actions.correcting import rename_seat
from samenstroom.rules.visibility import Circle
from samenstroom.watch.actions import keep_shown
from samenstroom.watch.models import ShownFinding
from samenstroom.watch.queries import noticed
from tests.features.learning.steps import accompanied, again, ellen, items, seen, shown
from tests.people import Together, answer, day, started, together, visit

pytestmark = pytest.mark.django_db


@pytest.fixture
def table() -> Together:
    return together(weeks=1)


@pytest.fixture
def made(table: Together) -> Mentorship:
    found = accompanied(table.noor, ellen())
    for kind in BY_NAME:
        shown(found, kind, table.collaboration)
    return found


def both_agree(made: Mentorship, table: Together, n: int = 2) -> Companion:
    asked = ask_both(mentorship=made, visit=table.seen_by_noor(day(n)))
    companions.agree_companion(companion=asked, seat=table.marleens_seat, now=day(n))
    return asked


def kinds(table: Together) -> list[str]:
    """What the history says about looking along, oldest first."""
    lines = table.collaboration.lines.filter(kind__startswith="companion_")
    return list(lines.order_by("pk").values_list("kind", flat=True))


def page_of(made: Mentorship, kind: str, number: int = 0) -> str:
    """Everything on the page of one thing."""
    (one,) = seen(made)
    group = next(group for group in one.kinds if group.kind.name == kind)
    item = group.items[number]
    parts = page_of_kind(BY_NAME[kind], one.reading, item.item, until=item.until)
    texts = [(part.title, *part.words, *(text for row in part.rows for text in row.values())) for part in parts]
    return "\n".join(text for part in texts for text in part)


def test_answers_of_the_other_open_with_both_and_close_again_with_either(table: Together, made: Mentorship) -> None:
    answer(table.round, table.noors_seat, appreciation="Mijn dank", remark="Voor mij", remark_choice="mine")
    answer(table.round, table.marleens_seat, appreciation="Haar dank", flow=2)
    assert "Mijn dank" in page_of(made, "checkins")
    assert "Haar dank" not in page_of(made, "checkins") and "Voor mij" not in page_of(made, "checkins")
    asked = both_agree(made, table)
    assert "Haar dank" in page_of(made, "checkins") and "Voor mij" not in page_of(made, "checkins")
    assert "Marleen" not in page_of(made, "checkins")
    companions.end_companion(companion=asked, seat=table.marleens_seat, now=day(3))
    assert "Haar dank" not in page_of(made, "checkins")


def test_a_sealed_answer_of_the_other_stays_sealed_also_with_a_yes(table: Together, made: Mentorship) -> None:
    answer(table.round, table.marleens_seat, appreciation="Haar dank")
    both_agree(made, table)
    assert items(made, "checkins") == []


def test_lines_of_the_other_and_of_the_app_come_with_both(table: Together, made: Mentorship) -> None:
    write_line(seat=table.noors_seat, kind="note", note="Van mij.", now=day(1))
    write_line(seat=table.noors_seat, kind="note", note="Alleen ik.", circle=Circle.PRIVATE, now=day(1))
    write_line(seat=table.marleens_seat, kind="note", note="Van haar.", now=day(1))
    assert items(made, "logbook") == ["Jij schreef iets op."] * 2
    both_agree(made, table)
    told = items(made, "logbook")
    assert "de\xa0opdrachtgever schreef iets op." in told and len(told) > 3
    assert not any("Marleen" in one for one in told)


def test_feedback_of_the_other_comes_with_both(table: Together, made: Mentorship) -> None:
    said = {"what": "Korter.", "why": "", "ground": "taste", "source": "", "source_year": None, "proposal": ""}
    for seat in (table.noors_seat, table.marleens_seat):
        share_feedback(seat=seat, direction="given", said=said, said_on=day(1).date(), now=day(1))
    assert items(made, "feedback") == ["Feedback van jou"]
    both_agree(made, table)
    assert len(items(made, "feedback")) == 2


def evidence(origin: str, kind: str = "late") -> dict[str, Any]:
    return {"on": "2026-01-05", "kind": kind, "side": "other", "data": {}, "origin": origin}


def test_a_signal_rests_on_whose_facts_it_has() -> None:
    assert rest_of({"evidence": [evidence("private")]}) is Rest.OWN
    assert rest_of({"evidence": [evidence("private"), evidence("shared")]}) is Rest.BOTH
    assert rest_of({"evidence": [evidence("private", "reference_heard")]}) is Rest.NEVER
    assert rest_of({"evidence": [evidence("shared", "readiness_heard"), evidence("shared")]}) is Rest.NEVER
    assert rest_of({}) is rest_of({"evidence": []}) is Rest.BOTH


def test_a_signal_on_her_own_facts_is_seen_and_one_on_facts_of_both_only_with_both(
    table: Together, made: Mentorship
) -> None:
    for _ in range(3):
        write_line(
            seat=table.noors_seat, kind="invoice_overdue", note="", circle=Circle.PRIVATE, now=day(1),
            about=table.marleens_seat.party, data={"days": 40},
        )  # fmt: skip
    write_line(seat=table.noors_seat, kind="invoice_overdue", now=day(1), about=table.marleens_seat.party)
    for found in noticed(table.seen_by_noor(day(2))):
        keep_shown(visit=table.seen_by_noor(day(2)), noticed=found)
    rests = {rest_of(row.finding) for row in ShownFinding.objects.filter(person=table.noor)}
    own = sum(rest_of(row.finding) is Rest.OWN for row in ShownFinding.objects.filter(person=table.noor))
    assert Rest.BOTH in rests
    assert len(items(made, "findings")) == own
    both_agree(made, table)
    assert len(items(made, "findings")) == ShownFinding.objects.filter(person=table.noor).count() > own
    assert "Marleen" not in page_of(made, "findings")


def test_a_talk_about_a_signal_rests_on_what_the_signal_rests_on(table: Together, made: Mentorship) -> None:
    seen_by_noor = table.seen_by_noor(day(1))
    mark = "weg"  # a signal that is no longer kept is taken to rest on both
    start_talk(visit=seen_by_noor, subject="Over het signaal", offered=["Marleen zei iets."], about_finding=mark)
    talk = start_talk(visit=seen_by_noor, subject="Mijn tarief", offered=["Marleen schreef iets."])
    write_talk(talk=talk, facts=["Marleen schreef iets.", "Ik werkte zondag."], need="Rust")
    assert items(made, "talks") == ["Mijn tarief"]
    assert "Ik werkte zondag." in page_of(made, "talks") and "schreef iets." not in page_of(made, "talks")
    both_agree(made, table)
    assert set(items(made, "talks")) == {"Mijn tarief", "Over het signaal"}
    assert "schreef iets." in page_of(made, "talks")


def test_the_name_of_the_other_stays_away_also_in_her_own_words(table: Together, made: Mentorship) -> None:
    start_talk(visit=table.seen_by_noor(day(1)), subject="Marleen de Vries en Marleens tarief", offered=[])
    start_talk(visit=table.seen_by_noor(day(1)), subject="Marleen’s eis, marleen's toon, Marleentje", offered=[])
    called = "de\xa0opdrachtgever"
    assert sorted(items(made, "talks")) == [
        f"{called} en {called}s tarief",
        f"{called}’s eis, {called}'s toon, Marleentje",
    ]


def test_names_the_other_bore_before_stay_away_too(table: Together, made: Mentorship) -> None:
    rename_seat(seat=table.marleens_seat, name="Lena de Vries", now=day(1))
    rename_seat(seat=table.marleens_seat, name="Marieke Bos", now=day(1))
    start_talk(visit=table.seen_by_noor(day(1)), subject="Marleens toon, Lena en Marieke", offered=[])
    both_agree(made, table)
    called = "de\xa0opdrachtgever"
    assert items(made, "talks") == [f"{called}s toon, {called} en {called}"]
    told = " ".join(items(made, "logbook"))
    assert "stond hier eerst als" in told
    assert not [one for one in ("Marleen", "Lena", "Marieke") if one in told]


def test_what_she_calls_the_other_is_a_word_and_nothing_else(table: Together, made: Mentorship) -> None:
    start_talk(visit=table.seen_by_noor(day(1)), subject="Het tarief van MARLEEN", offered=[])
    call_other(mentorship=made, collaboration=table.collaboration, shows_name=False, called=r"de \1 klant \g<0>")
    assert items(made, "talks") == ["Het tarief van de\xa0\\1\xa0klant\xa0\\g<0>"]


def test_only_what_there_is_never_brings_along_what_she_wrote_in_it_since(table: Together) -> None:
    found = accompanied(table.noor, ellen())
    talk = start_talk(visit=table.seen_by_noor(day(0)), subject="Mijn tarief", offered=[])
    shown(found, "talks", table.collaboration, only_now=True, n=1)
    write_talk(talk=talk, effect="Ik lig er wakker van.")
    assert seen(found) == [] or items(found, "talks") == []
    assert [ShowKindForm(goes_on=kind.goes_on).fields["reach"].choices[-1][0] for kind in BY_NAME.values()] == [
        "later" if kind.goes_on else "now" for kind in BY_NAME.values()
    ]


def test_what_came_of_a_feeling_later_is_no_part_of_what_there_is_now(table: Together) -> None:
    found, told = accompanied(table.noor, ellen()), {"percent": 80, "known_on": day(9).date()}
    feeling = note_feeling(
        person=table.noor, collaboration=table.collaboration, step=2, sussed=False, words="Ik twijfel.", subject="",
        prediction="Zij stopt.", now=day(0), **told,
    )  # fmt: skip
    shown(found, "feelings", table.collaboration, only_now=True, n=1)
    before = page_of(found, "feelings")
    resolve_prediction(feeling=feeling, came_true=True, now=day(2))
    assert "Zij stopt." in before and page_of(found, "feelings") == before
    shown(found, "feelings", table.collaboration, n=3)
    assert page_of(found, "feelings") != before


def test_a_lesson_is_hers_to_reword_so_only_what_is_there_now_shows_none(table: Together) -> None:
    found = accompanied(table.noor, ellen())
    learn_lesson(
        person=table.noor, collaboration=table.collaboration, taught=Taught("Eerder praten."), source=OWN, now=day(0)
    )
    shown(found, "lessons", table.collaboration, only_now=True, n=1)
    assert not seen(found) or items(found, "lessons") == []
    shown(found, "lessons", table.collaboration, n=1)
    assert items(found, "lessons") == ["Les"]


def test_an_answer_that_can_still_change_is_not_what_there_is_now(table: Together) -> None:
    found = accompanied(table.noor, ellen())
    answer(table.round, table.noors_seat, appreciation="Mijn dank")
    shown(found, "checkins", table.collaboration, only_now=True, n=1)
    assert not seen(found) or items(found, "checkins") == []
    answer(table.round, table.marleens_seat)
    shown(found, "checkins", table.collaboration, only_now=True, n=2)
    assert items(found, "checkins") == ["Check-in"]


def test_asking_both_is_one_line_and_needs_the_other_at_the_table(table: Together, made: Mentorship) -> None:
    for _ in range(2):
        asked = ask_both(mentorship=made, visit=table.seen_by_noor(day(2)))
    with pytest.raises(NotAllowedError):
        companions.agree_companion(companion=asked, seat=table.noors_seat, now=day(2))
    for _ in range(2):
        companions.agree_companion(companion=asked, seat=table.marleens_seat, now=day(2))
    assert kinds(table)[-2:] == ["companion_proposed", "companion_agreed"]
    alone = started(table.noor, name="Alleen")
    with pytest.raises(NotAllowedError):
        ask_both(mentorship=made, visit=visit(table.noor, alone, now=day(2)))


def test_a_no_is_a_no_and_she_may_be_asked_again(table: Together, made: Mentorship) -> None:
    asked = ask_both(mentorship=made, visit=table.seen_by_noor(day(2)))
    companions.drop_companion(companion=asked, seat=table.marleens_seat, now=day(2))
    with pytest.raises(NotAllowedError):
        companions.agree_companion(companion=asked, seat=table.marleens_seat, now=day(3))
    both_agree(made, table, 4)
    (one,) = seen(made)
    assert one.reading.with_other


def test_a_yes_holds_until_the_day_that_was_asked_also_when_it_is_extended(table: Together, made: Mentorship) -> None:
    from samenstroom.learning.actions.mentors import extend_mentorship

    both_agree(made, table)
    extend_mentorship(mentorship=made, months=12, now=day(60))
    assert [one.reading.with_other for n in (80, 120) for one in seen(made, n)] == [True, False]


def test_leaving_ends_what_both_agreed_and_both_read_so(table: Together, made: Mentorship) -> None:
    asked = both_agree(made, table)
    end_mentorship(mentorship=again(made), by=table.noor, now=day(5))
    assert not Companion.objects.get(pk=asked.pk).counts_on(day(5).date())
    assert kinds(table)[-1] == "companion_ended"
