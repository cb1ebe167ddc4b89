"""A mentor is let in by a link, sees only what is shown while it lasts, and leaving is at once and for both."""

import pytest

from samenstroom.accounts.models import Person
from samenstroom.accounts.outside import GoneError
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.exploring.actions.feelings import note_feeling
from samenstroom.learning.actions import mentors as actions
from samenstroom.learning.actions.mentor_notes import mark_notes_read, write_note
from samenstroom.learning.actions.shares import call_other, keep_look, show_item, show_kind, stop_showing
from samenstroom.learning.attention import accompanied as waits_for
from samenstroom.learning.models import MentorLook, MentorNote, MentorShare
from samenstroom.learning.queries.mentors import looks_of, mentored_by, mentorships_of, notes_from_before
from tests.features.learning.steps import accompanied, again, ellen, items, seen, shown
from tests.people import Together, day, noor, ruben, started, together, with_account

pytestmark = pytest.mark.django_db
ON = day(10).date()


@pytest.fixture
def table() -> Together:
    return together(with_rhythm=False)


def feels(table: Together, n: int, words: str, *, step: int = 2) -> str:
    made = note_feeling(
        person=table.noor, collaboration=table.collaboration, step=step, sussed=False, words=words, subject="",
        prediction="", percent=None, known_on=None, now=day(n),
    )  # fmt: skip
    return made.public_id


def test_a_link_lets_one_account_in_and_then_opens_nothing(table: Together) -> None:
    made = actions.invite_mentor(person=table.noor, name="Ellen Bakker", months=3, now=day(0))
    with pytest.raises(GoneError):
        actions.begin_mentorship(mentorship=made, mentor=ellen(), now=day(0))
    actions.mint_mentor_link(mentorship=made, now=day(0))
    with pytest.raises(actions.OwnMentorError):
        actions.begin_mentorship(mentorship=again(made), mentor=table.noor, now=day(1))
    with pytest.raises(actions.OwnMentorError):
        actions.begin_mentorship(mentorship=again(made), mentor=table.marleen, now=day(1))
    mentor = Person.objects.get(name="Ellen Bakker")
    actions.begin_mentorship(mentorship=again(made), mentor=mentor, now=day(1))
    assert again(made).token_hash is None and list(mentored_by(mentor, ON)) == [made]
    with pytest.raises(GoneError):
        actions.begin_mentorship(mentorship=again(made), mentor=ruben(), now=day(1))
    with pytest.raises(GoneError):
        actions.mint_mentor_link(mentorship=made, now=day(1))


def test_a_link_that_was_withdrawn_or_ran_out_begins_nothing(table: Together) -> None:
    made = actions.invite_mentor(person=table.noor, name="Ellen", months=3, now=day(0))
    actions.mint_mentor_link(mentorship=made, now=day(0))
    with pytest.raises(GoneError):
        actions.begin_mentorship(mentorship=made, mentor=ellen(), now=day(15))
    actions.mint_mentor_link(mentorship=made, now=day(15))
    actions.withdraw_mentor_link(mentorship=made, now=day(15))
    with pytest.raises(GoneError):
        actions.begin_mentorship(mentorship=made, mentor=Person.objects.get(name="Ellen Bakker"), now=day(16))


def test_nobody_looks_along_twice_with_the_same_person(table: Together) -> None:
    mentor = ellen()
    first = accompanied(table.noor, mentor)
    with pytest.raises(actions.OwnMentorError):
        accompanied(table.noor, mentor)
    actions.end_mentorship(mentorship=first, by=mentor, now=day(1))
    assert accompanied(table.noor, mentor).is_on(ON)


def test_she_sees_nothing_until_something_is_shown_and_new_things_of_a_kind_after(table: Together) -> None:
    feels(table, 0, "eerst")
    made = accompanied(table.noor, ellen())
    assert seen(made) == []
    shown(made, "feelings", table.collaboration)
    feels(table, 3, "later")
    assert len(items(made, "feelings")) == 2
    assert items(made, "talks") == []


def test_only_what_there_is_leaves_out_what_comes_later(table: Together) -> None:
    feels(table, 0, "eerst", step=1)
    made = accompanied(table.noor, ellen())
    shown(made, "feelings", table.collaboration, only_now=True)
    before = items(made, "feelings")
    feels(table, 3, "later", step=5)
    assert items(made, "feelings") == before and len(before) == 1
    shown(made, "feelings", table.collaboration, n=4)
    assert len(items(made, "feelings")) == 2
    assert MentorShare.objects.filter(stopped_at=None).count() == 1


def test_one_thing_is_shown_without_the_rest_and_stopping_is_at_once(table: Together) -> None:
    key, _other = feels(table, 0, "dit wel"), feels(table, 1, "dit niet")
    made = accompanied(table.noor, ellen())
    share = show_item(
        mentorship=made, kind="feelings", item=key, day=day(0).date(), collaboration=table.collaboration, now=day(2)
    )
    (only,) = seen(made)
    assert [one.item for one in only.kinds[0].items] == [key]
    stop_showing(share=share, now=day(3))
    assert seen(made) == []


def test_for_all_also_holds_for_a_table_that_begins_later_but_never_for_an_example(table: Together) -> None:
    made = accompanied(table.noor, ellen())
    shown(made, "feelings")
    later = started(table.noor, name="Winkel", now=day(5))
    example = started(table.noor, name="Voorbeeld", now=day(5))
    type(example).objects.filter(pk=example.pk).update(demo_for=table.noor)
    tables = {one.public_id for one in seen(made)}
    assert tables == {table.collaboration.public_id, later.public_id}


def test_a_mentor_who_is_the_other_side_sees_nothing_of_that_table(table: Together) -> None:
    mentor = ellen()
    type(table.noors_seat).objects.filter(pk=table.marleens_seat.pk).update(person=mentor)
    made = accompanied(table.noor, mentor)
    shown(made, "feelings")
    assert seen(made) == []


def test_the_other_has_no_name_until_she_chooses_so(table: Together) -> None:
    made = accompanied(table.noor, ellen())
    shown(made, "feelings", table.collaboration)
    (one,) = seen(made)
    assert (one.name, one.reading.other_name.replace("\xa0", " ")) == ("de opdrachtgever", "de opdrachtgever")
    call_other(mentorship=made, collaboration=table.collaboration, shows_name=True, called="")
    (one,) = seen(made)
    assert (one.name, one.reading.other_name) == ("Studio Lindenhof", "Marleen")


def test_after_its_last_day_nothing_is_seen_until_it_is_extended(table: Together) -> None:
    made = accompanied(table.noor, ellen(), months=1)
    shown(made, "feelings", table.collaboration)
    assert seen(made, 31) and not seen(made, 32)
    actions.extend_mentorship(mentorship=made, months=3, now=day(40))
    assert seen(made, 41)


@pytest.mark.parametrize("who", ["noor", "ellen"])
def test_either_leaves_and_then_nothing_can_be_shown_or_written(table: Together, who: str) -> None:
    mentor = ellen()
    made = accompanied(table.noor, mentor)
    shown(made, "feelings", table.collaboration)
    write_note(mentorship=made, by=mentor, words="Wat voelde je?", is_question=True, now=day(2))
    actions.end_mentorship(mentorship=made, by=ruben(), now=day(3))
    assert seen(made)
    actions.end_mentorship(mentorship=made, by=table.noor if who == "noor" else mentor, now=day(3))
    assert seen(made) == [] and not mentored_by(mentor, ON).exists()
    for act in (
        lambda: show_kind(mentorship=made, kind="talks", collaboration=None, only_now=False, now=day(4)),
        lambda: write_note(mentorship=made, by=mentor, words="Nog iets.", now=day(4)),
        lambda: actions.extend_mentorship(mentorship=made, months=3, now=day(4)),
    ):
        with pytest.raises((NotAllowedError, GoneError)):
            act()
    assert [one.words for one in notes_from_before(mentor, ON)] == ["Wat voelde je?"]


def test_a_look_is_one_line_per_thing_per_day_for_who_let_her_in(table: Together) -> None:
    made = accompanied(table.noor, ellen())
    what = {"kind": "feelings", "item": "x", "day": "2026-01-05"}
    for n in (2, 2, 3):
        keep_look(mentorship=made, collaboration=table.collaboration, what=what, now=day(n))
    assert [one.looked_on for one in looks_of(made)] == [day(3).date(), day(2).date()]
    assert set(MentorLook.objects.values_list("person", flat=True)) == {table.noor.pk}


def test_a_question_waits_for_the_mentee_and_its_answer_for_the_mentor(table: Together) -> None:
    mentor = ellen()
    made = accompanied(table.noor, mentor)

    def titles(person: Person) -> list[str]:
        return [one.title for one in waits_for(person, ON).items]

    assert titles(table.noor) == titles(mentor) == []
    shown(made, "feelings", table.collaboration)
    assert titles(mentor) == ["Noor laat je iets nieuws zien"]
    for _ in range(2):
        asked = write_note(mentorship=made, by=mentor, words="Wat voelde je?", is_question=True, now=day(2))
    assert titles(table.noor) == ["Ellen stelt je een vraag"] and MentorNote.objects.count() == 1
    write_note(mentorship=made, by=table.noor, words="Twijfel.", answers=asked, now=day(3))
    assert titles(table.noor) == [] and titles(mentor) == ["Noor schreef je"]
    mark_notes_read(mentorship=made, by=mentor, now=day(3))
    assert titles(mentor) == ["Noor laat je iets nieuws zien"]
    assert waits_for(mentor, ON).is_mentor and not waits_for(table.noor, ON).is_mentor


def test_an_outsider_neither_finds_nor_writes_anything(table: Together) -> None:
    made, other = accompanied(table.noor, ellen()), ruben()
    assert not mentorships_of(other).exists() and not mentored_by(other, ON).exists()
    with pytest.raises(NotAllowedError):
        write_note(mentorship=made, by=other, words="Dag.", now=day(2))


def test_more_tables_ask_no_more_queries(django_assert_num_queries: object) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from samenstroom.learning.showing import KINDS

    me = noor()
    made = accompanied(me, with_account("Ellen Bakker", "e@voorbeeld.nl"))
    for kind in KINDS:
        shown(made, kind.name)
    counts = []
    for total in (2, 6):
        for number in range(total):
            started(me, name=f"Tafel {total}-{number}")
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert len(seen(made)) >= total
        counts.append(len(asked))
    assert counts[0] == counts[1]
