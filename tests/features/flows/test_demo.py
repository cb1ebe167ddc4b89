"""Examples to look around in: told through the real actions, one per cause, and gone again without a trace."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command
from django.db import transaction
from django.forms.models import model_to_dict
from django.utils import translation

from samenstroom import content
from samenstroom.accounts.links import LinkState, state_of
from samenstroom.accounts.models import Person, PersonalLink
from samenstroom.checkins.actions import draft_answer, save_values
from samenstroom.checkins.models import Round
from samenstroom.collaborations.actions import NotAllowedError, fresh_seat, make_link, write_line
from samenstroom.collaborations.models import Collaboration, HistoryLine, Seat
from samenstroom.collaborations.queries import visits_of
from samenstroom.collaborations.wording import facts
from samenstroom.exploring.wording.feelings import feeling_texts
from samenstroom.flows.demo import has_demo, make_demo, remove_demo
from samenstroom.flows.demo.acts import ACTS
from samenstroom.flows.rounds import close_envelope, sweep_rounds
from samenstroom.mail.models import OutgoingMail
from samenstroom.rules.dimensions import ITEMS, Dimension
from samenstroom.rules.findings import Finding, Level
from samenstroom.rules.indicators import look_at
from samenstroom.watch.actions import mark_seen
from samenstroom.watch.attention import attention
from samenstroom.watch.gather import history_of, known_of
from samenstroom.watch.overview import reveal_key_of, tables_of_person
from tests.people import noor, ruben, seat_of, started, together

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 6, 10, 8, 30, tzinfo=UTC)
STORIES = content.load("demo", "nl")["stories"]
CAUSES = [one["id"] for one in STORIES if one["id"] in set(Dimension)]
OTHERS = [one["id"] for one in STORIES if one["id"] not in set(Dimension)]
HOUSEKEEPING = {"id", "public_id", "token_hash", "password"}


@pytest.fixture(autouse=True)
def in_dutch() -> Iterator[None]:
    """Whatever language a page leaves behind stays inside its own test."""
    with translation.override("nl"):
        yield


@pytest.fixture(scope="module")
def told(django_db_setup: None, django_db_blocker: Any) -> Iterator[int]:
    """Noor with her demo, made once: telling ten stories takes seconds, and each test undoes what it changes."""
    with django_db_blocker.unblock(), transaction.atomic():
        made = noor(now=NOW - timedelta(days=400))
        make_demo(person=made, language="nl", now=NOW)
        yield made.pk
        transaction.set_rollback(True)


@pytest.fixture
def person(told: int, db: None) -> Person:
    return Person.objects.get(pk=told)


def table_of(person: Person, story: str) -> Collaboration:
    name = next(one["name"] for one in STORIES if one["id"] == story)
    return Collaboration.objects.get(name=name, demo_for=person)


def found_by(person: Person, story: str, now: datetime = NOW) -> tuple[Finding, ...]:
    """What the rules notice for her, with or without words for it."""
    visits = {visit.collaboration.pk: visit for visit in visits_of(person, now)}
    visit = visits[table_of(person, story).pk]
    return look_at(history_of(visit, known_of(person, [visit])[visit.collaboration.pk]))


def test_a_look_that_skips_what_is_not_there_tells_the_same(person: Person) -> None:
    """Without the decorator nothing is skipped; the examples hold most kinds of rows, never all."""
    together = tables_of_person(person, NOW)
    apart = [one for row in visits_of(person, NOW) for one in [known_of(person, [row])[row.collaboration.pk]]]
    assert tables_of_person.__wrapped__(person, NOW) == together  # type: ignore[attr-defined]
    wrapped = known_of.__wrapped__  # type: ignore[attr-defined]
    assert [wrapped(person, [row])[row.collaboration.pk] for row in visits_of(person, NOW)] == apart


def counts() -> dict[str, int]:
    return {model.__name__: model._default_manager.count() for model in apps.get_models()}


def everything() -> dict[str, list[str]]:
    """Every row in plain words, without the random ids and numbers of rows."""
    related = {field.name for model in apps.get_models() for field in model._meta.get_fields() if field.is_relation}
    return {
        model.__name__: sorted(str(_plain(row, related)) for row in model._default_manager.all())
        for model in apps.get_models()
        if model.__module__.startswith("samenstroom.")
    }


def _plain(row: Any, related: set[str]) -> dict[str, Any]:
    told = {**model_to_dict(row), **{f.attname: getattr(row, f.attname) for f in row._meta.local_fields}}
    told = {name: value for name, value in told.items() if name not in HOUSEKEEPING and name not in related}
    return {name: _open(value) for name, value in told.items() if not name.endswith("_id") and name != "key"}


def _open(value: Any) -> Any:
    """Sealed values hide in a repr; here they are compared. Numbers of parties differ each time."""
    if isinstance(value, dict):
        return sorted((name, str(part)) for name, part in value.items() if name != "about")
    return str(value)


def test_ten_examples_are_made_and_marked_as_hers(person: Person) -> None:
    made = Collaboration.objects.filter(demo_for=person)
    assert {one.name for one in made} == {one["name"] for one in STORIES}
    assert len(CAUSES) == 7 and set(CAUSES) == set(Dimension)
    assert OTHERS == ["steady", "mended", "farewell"]
    assert has_demo(person) and not has_demo(ruben(now=NOW))


@pytest.mark.parametrize("cause", CAUSES)
def test_each_cause_shows_a_fitting_finding(person: Person, cause: str) -> None:
    found = [one for one in found_by(person, cause) if one.level is not Level.GOOD]
    assert found[0].dimension == cause, "what asks most is about the cause of the story"


@pytest.mark.parametrize("story", OTHERS)
def test_what_flows_or_ended_well_asks_nothing_much(person: Person, story: str) -> None:
    found = found_by(person, story)
    assert not [one for one in found if one.level.weight > Level.NOTICE.weight]


def test_what_goes_well_is_told_too(person: Person) -> None:
    assert Level.GOOD in [one.level for one in found_by(person, "steady")]
    assert Level.GOOD in [one.level for one in found_by(person, "mended")]


def test_the_farewell_is_on_record_and_in_the_last_stage(person: Person) -> None:
    table = table_of(person, "farewell")
    assert table.stage == "learn"
    assert table.lines.filter(kind="end_confirmed").exists()
    assert not table.rhythms.filter(ended_at=None).exists()


def test_it_is_about_a_year_and_nothing_lies_in_the_future(person: Person) -> None:
    just_past_midnight = NOW.replace(hour=22, minute=10)
    me = ruben(now=NOW)
    make_demo(person=me, language="en", now=just_past_midnight)
    lines = HistoryLine.objects.filter(collaboration__demo_for=me)
    assert max(line.recorded_at for line in lines) < just_past_midnight
    assert (NOW.date() - min(line.happened_on for line in lines)).days > 350
    assert not Round.objects.filter(revealed_at__gt=just_past_midnight).exists()


def test_today_shows_three_things_and_no_pile_of_small_tasks(person: Person) -> None:
    items = attention(tables_of_person(person, NOW), NOW.date())
    assert len(items) <= len(STORIES) + 2
    assert {item.page for item in items} <= {"finding", "checkin_step"}


def test_an_example_never_takes_the_place_of_something_real(person: Person) -> None:
    together(by=person, now=NOW)
    items = attention(tables_of_person(person, NOW), NOW.date())
    assert items[0].page == "checkin_step" and items[0].meta == "Studio Lindenhof"
    assert all(item.meta.endswith(", een voorbeeld") for item in items[1:])


def test_the_same_day_gives_the_same_demo(person: Person) -> None:
    first = everything()
    remove_demo(person=person)
    make_demo(person=person, language="nl", now=NOW + timedelta(hours=5))
    assert everything() == first


def test_a_second_click_makes_no_second_set(person: Person) -> None:
    before = counts()
    assert make_demo(person=person, language="nl", now=NOW) == 0
    assert counts() == before


def test_removing_leaves_nothing_behind_and_no_mail_ever_left(person: Person, settings: Any) -> None:
    settings.MAIL_MODE = "preview"
    me = ruben(now=NOW)
    own = started(me, now=NOW)
    before = counts()
    made = make_demo(person=me, language="nl", now=NOW)
    assert made == len(STORIES)
    _look_around(me)
    _wait(weeks=12)
    assert not OutgoingMail.objects.exists()
    assert remove_demo(person=me) == made
    assert counts() == before
    assert Collaboration.objects.filter(pk=own.pk).exists() and has_demo(person)
    assert remove_demo(person=me) == 0


def _look_around(me: Person) -> None:
    """She writes something in her demo and answers the round that waits for her."""
    table = table_of(me, "steady")
    seat = seat_of(me, table)
    write_line(seat=seat, kind="talk_held", now=NOW)
    round_ = Round.objects.filter(collaboration=table).order_by("-number")[0]
    answer = draft_answer(round_=round_, seat=seat, party=seat.party)
    save_values(answer=answer, values=dict.fromkeys(ITEMS, 4))
    assert close_envelope(answer=answer, round_=round_, now=NOW), "the other side had answered already"
    mark_seen(person=me, key=reveal_key_of(round_), now=NOW)


def _wait(*, weeks: int) -> None:
    """Time goes by: in an example no round opens by itself, so nobody falls silent there."""
    for week in range(1, weeks + 1):
        assert sweep_rounds(now=NOW + timedelta(weeks=week)) == 0


def test_the_other_sides_are_nobody(person: Person) -> None:
    others = Person.objects.filter(seats__collaboration__demo_for=person).exclude(pk=person.pk)
    assert others.count() == len(STORIES)
    for other in others:
        assert not (other.has_account or other.is_active or other.email or other.has_usable_password())
        assert authenticate(email=other.email, password="") is None
    assert {state_of(link, link.minted_at) for link in PersonalLink.objects.all()} == {LinkState.GONE}


def test_nobody_real_is_invited_to_an_example(person: Person) -> None:
    seats = Seat.objects.filter(collaboration=table_of(person, "trust")).select_related("collaboration", "invitee")
    mine, theirs = seats.order_by("party__position")
    with pytest.raises(NotAllowedError):
        make_link(by=mine, other=theirs, channel="copy", now=NOW)
    with pytest.raises(NotAllowedError):
        fresh_seat(by=mine, other=theirs, now=NOW)


def test_the_command_makes_them_and_takes_them_away(person: Person, capsys: pytest.CaptureFixture[str]) -> None:
    me = ruben(now=NOW)
    call_command("demo", me.email)
    assert has_demo(me)
    call_command("demo", me.email, "--remove")
    assert not has_demo(me)
    assert str(len(STORIES)) in capsys.readouterr().out
    with pytest.raises(CommandError):
        call_command("demo", "niemand@voorbeeld.nl")


def entries(language: str) -> list[tuple[str, Mapping[str, Any]]]:
    return [(one["id"], entry) for one in content.load("demo", language)["stories"] for entry in one["diary"]]


def test_every_fact_and_subject_in_the_diaries_is_known() -> None:
    subjects = {one["id"] for one in feeling_texts()["subjects"]}
    for story, entry in entries("nl"):
        fact, own = entry.get("fact"), ("note", "decision")
        if fact and fact not in own:
            assert fact in facts(), (story, fact)
            assert (facts()[fact]["about"] == "party") == ("about" in entry), (story, fact)
            assert {"amount", "hours", "days", "due_in"} & set(entry) <= _fields(fact), (story, entry)
        assert entry.get("subject", "energy") in subjects, story


def _fields(fact: str) -> set[str]:
    return {"due_in" if name == "due_on" else name for name in facts()[fact]["fields"]}


@pytest.mark.parametrize("story", STORIES, ids=[one["id"] for one in STORIES])
def test_diaries_run_from_old_to_new_in_their_rhythm(story: Mapping[str, Any]) -> None:
    days = [entry["ago"] for entry in story["diary"]]
    assert days == sorted(days, reverse=True)
    assert story["began"] >= days[0]
    weeks = next(entry["rhythm"] for entry in story["diary"] if "rhythm" in entry)
    rounds = [entry["ago"] for entry in story["diary"] if "checkin" in entry]
    assert {older - newer for older, newer in pairwise(rounds)} == {7 * weeks}


def test_both_languages_tell_the_same_story() -> None:
    """The words differ; who, when, what and every step are the same."""
    assert [(story, _told(entry)) for story, entry in entries("nl")] == [
        (story, _told(entry)) for story, entry in entries("en")
    ]


SETTINGS = ("ago", *(set(ACTS) - {"repair", "talk", "checkin"}), "who", "about", "circle", "owner", "subject")


def _told(entry: Mapping[str, Any]) -> list[tuple[str, Any]]:
    given: list[tuple[str, Any]] = [(name, entry[name]) for name in sorted(SETTINGS) if name in entry]
    for name in ("mine_words", "theirs_words"):
        given.append((name, entry.get("checkin", {}).get(name, {}).get("keep")))
    given.append(("stance", entry.get("answer", {}).get("stance")))
    talk: Mapping[str, Any] = entry.get("talk", {})
    parts: Sequence[str] = ("channel", "helped")
    return [*given, *((name, talk.get(name)) for name in parts)]
