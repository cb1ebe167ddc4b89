"""A practice of three years to look around in: it teaches while there is nothing else, and never mixes with her own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import transaction
from django.test import Client
from django.utils import translation

from samenstroom import content
from samenstroom.accounts.models import Person
from samenstroom.adjusting.models import Conflict, PriorityChange
from samenstroom.agreements.models import AgreementVersion
from samenstroom.collaborations.models import Collaboration, HistoryLine
from samenstroom.contributions.models import Invoice
from samenstroom.exploring.actions.letting_go import what_is_past
from samenstroom.exploring.flags import all_flags
from samenstroom.exploring.models import Decision
from samenstroom.flows.demo import has_demo, make_demo, make_demo_practice, remove_demo
from samenstroom.kit import clock
from samenstroom.learning.actions.lessons import Taught, learn_lesson
from samenstroom.learning.queries.cases import cases_of
from samenstroom.learning.queries.counted import only_examples
from samenstroom.learning.queries.estimates import estimates_of
from samenstroom.learning.queries.lessons import lesson_by_key, lessons_of, listed_lessons, returning
from samenstroom.mail.models import OutgoingMail
from samenstroom.rules.learning.endings import Label
from samenstroom.rules.lessons import Place
from samenstroom.watch.overview import tables_of_person
from tests.people import noor, ruben, started, visit

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 6, 10, 8, 30, tzinfo=UTC)
STORIES = content.load("demo_practice", "nl")["stories"]
PAGES = (
    "/leren/",
    "/leren/patronen/",
    "/leren/inschattingen/",
    "/leren/vliegen/",
    "/leren/opbrengst/",
    "/leren/lessen/",
)
EXAMPLES = "Dit zijn voorbeelden."


@pytest.fixture(autouse=True)
def in_dutch() -> Iterator[None]:
    with translation.override("nl"), clock.frozen(NOW):
        yield


@pytest.fixture(scope="module")
def told(django_db_setup: None, django_db_blocker: Any) -> Iterator[int]:
    """Noor with her practice, made once; each test undoes what it changes."""
    with django_db_blocker.unblock(), transaction.atomic():
        made = noor(now=NOW - timedelta(days=4))
        make_demo_practice(person=made, language="nl", now=NOW)
        yield made.pk
        transaction.set_rollback(True)


@pytest.fixture
def person(told: int, db: None) -> Person:
    return Person.objects.get(pk=told)


def table_of(person: Person, story: str) -> Collaboration:
    name = next(one["name"] for one in STORIES if one["id"] == story)
    return Collaboration.objects.get(name=name, demo_for=person)


def pages_of(person: Person) -> dict[str, str]:
    client = Client()
    client.force_login(person)
    return {page: client.get(page).content.decode() for page in PAGES}


def test_it_is_three_years_of_one_practice_and_ends_yesterday(person: Person) -> None:
    lines = HistoryLine.objects.filter(collaboration__demo_for=person)
    assert (NOW.date() - min(line.happened_on for line in lines)).days > 3 * 350
    assert max(line.recorded_at for line in lines) < NOW
    hows = Counter(one.how for one in cases_of(person, NOW))
    assert set(hows) == {"", "conflict", "runs_out", "together", "by_other", "no_fault", "faded"}
    assert hows[""] == 5, "two that run, two good no's and one not now"
    choices = Counter(str(one.choice) for one in Decision.objects.filter(person=person))
    assert (choices["no"], choices["later"]) == (2, 1)


def test_what_both_did_is_there_as_if_they_had_done_it(person: Person) -> None:
    here = {"collaboration__demo_for": person}
    signed = AgreementVersion.objects.filter(**here).exclude(signed_at=None)
    assert signed.filter(amends=None).count() == 11 and signed.exclude(amends=None).count() == 1
    assert PriorityChange.objects.get(**here).addendum == signed.exclude(amends=None).get()
    assert [one.is_over for one in Conflict.objects.filter(**here).order_by("opened_at")] == [False, True]
    late = [one for one in Invoice.objects.filter(**here) if one.paid_on and one.due_on and one.paid_on > one.due_on]
    assert late and len(late) < Invoice.objects.filter(**here).count() / 2
    assert not OutgoingMail.objects.exists()


def test_one_flows_and_one_strains(person: Person) -> None:
    tables = {one.visit.collaboration.name: one for one in tables_of_person(person, NOW)}
    levels = {name: [str(found.level) for found in tables[name].findings] for name in ("Studio Linde", "Stadsklimmers")}
    assert set(levels["Studio Linde"]) <= {"good"} and set(levels["Stadsklimmers"]) - {"good"}


def test_it_teaches_while_she_has_nothing_else(person: Person) -> None:
    cases = {one.name: one.label for one in cases_of(person, NOW)}
    assert len(cases) == len(STORIES) and only_examples(person)
    assert (cases["Villa Verde"], cases["Mira Coaching"], cases["Tuin en Zo"]) == (Label.BAD, Label.GOOD, Label.ASIDE)
    assert len(estimates_of(person).known) >= 10 and len(listed_lessons(person)) >= 7
    for page, text in pages_of(person).items():
        assert EXAMPLES in text, page
    assert "Villa Verde" in pages_of(person)["/leren/patronen/"]


def test_with_one_of_her_own_only_that_counts(person: Person) -> None:
    own = started(person, now=NOW, name="Echt van mij")
    assert [one.name for one in cases_of(person, NOW)] == [own.name] and not only_examples(person)
    assert estimates_of(person).known == () and listed_lessons(person) == []
    for page, text in pages_of(person).items():
        assert EXAMPLES not in text and "Villa Verde" not in text, page


def test_a_lesson_of_an_example_comes_back_at_examples_alone(person: Person) -> None:
    example = visit(person, table_of(person, "straining"), now=NOW)
    assert {one.lesson.name for one in returning(example, Place.DECISION)} >= {"Villa Verde"}
    real = visit(person, started(person, now=NOW), now=NOW)
    assert returning(real, Place.DECISION) == []
    one = lessons_of(person)[0]
    assert lesson_by_key(person, one.key) == one, "it opens for as long as it is there"


def test_a_lesson_of_her_own_stays_in_her_list_beside_examples(person: Person) -> None:
    mine = learn_lesson(person=person, collaboration=None, taught=Taught("Eerst slapen."), source="own", now=NOW)
    assert mine.public_id in {one.key for one in listed_lessons(person)}
    started(person, now=NOW)
    assert [one.key for one in listed_lessons(person)] == [mine.public_id]


def test_the_explorations_are_not_thrown_away_by_time(person: Person) -> None:
    assert [one.name for _person, one in what_is_past(now=NOW + timedelta(days=900))] == []


def test_it_goes_away_without_a_trace_and_one_set_at_a_time(person: Person) -> None:
    me = ruben(now=NOW)
    started(me, now=NOW)
    before = {model.__name__: model._default_manager.count() for model in apps.get_models()}
    assert make_demo_practice(person=me, language="en", now=NOW) == len(STORIES)
    assert make_demo_practice(person=me, language="en", now=NOW) == make_demo(person=me, language="en", now=NOW) == 0
    assert remove_demo(person=me) == len(STORIES)
    assert {model.__name__: model._default_manager.count() for model in apps.get_models()} == before
    assert has_demo(person) and not has_demo(me)


def test_the_diaries_name_what_exists_and_run_from_old_to_new() -> None:
    questions = {flag.id for flag in all_flags()}
    for story in STORIES:
        days = [entry["ago"] for entry in story["diary"]]
        assert days == sorted(days, reverse=True) and story["began"] >= days[0], story["id"]
        for entry in story["diary"]:
            assert {*entry.get("scan", ()), *entry.get("flags", ()), entry.get("flag", "urgency")} <= questions, entry


WORDS = {"words", "prediction", "repair", "trial", "extra", "settled", "lesson", "what", "why", "time", "answer"}
WORDS |= {"effect", "need", "charter", "facts", "request", "offer", "opening", "agreed"}


def test_both_languages_tell_the_same_story() -> None:
    """The words differ; who, when, what and every step are the same."""
    english = content.load("demo_practice", "en")["stories"]
    assert [_told(one) for one in STORIES] == [_told(one) for one in english]


def _told(part: Any, *, is_deep: bool = False) -> Any:
    if isinstance(part, Mapping):
        has_subject = is_deep and "subject" in part and ("mine" in part or "facts" in part)
        kept = {
            name: value for name, value in part.items() if name not in WORDS | ({"subject"} if has_subject else set())
        }
        return {name: _told(value, is_deep=True) for name, value in kept.items()}
    return [_told(one, is_deep=True) for one in part] if isinstance(part, tuple) else part
