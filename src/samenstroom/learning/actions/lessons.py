"""What a person does with what she learned. Nobody is told, nothing shared is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import Collaboration
from samenstroom.collaborations.visits import Visit
from samenstroom.exploring.models import LookBack
from samenstroom.farewell.models import Farewell
from samenstroom.learning.models import Lesson
from samenstroom.learning.queries.lessons import mark_of
from samenstroom.rules.lessons import Place

RETROSPECTIVE, OWN = "retrospective", "own"


@dataclass(frozen=True)
class Taught:
    """What she learned: one sentence, and what it is about; both may stay empty but the sentence."""

    words: str
    dimension: str = ""
    flag: str = ""


def learn_lesson(
    *, person: Person, collaboration: Collaboration | None, taught: Taught, source: str, now: datetime
) -> Lesson:
    """A lesson is kept, with the name and kind of the collaboration it came from, for when that is gone."""
    return Lesson.objects.create(
        person=person, collaboration=collaboration, learned_at=now, words=taught.words,
        about={"dimension": taught.dimension, "flag": taught.flag, "source": source} | _from(collaboration),
    )  # fmt: skip


@transaction.atomic
def learn_from_retrospective(*, visit: Visit, taught: Taught) -> Lesson | None:
    """The one lesson of her look back here; written again it says the new words. Without words nothing is kept."""
    Person.objects.select_for_update().get(pk=visit.person.pk)
    rows = Lesson.objects.filter(person=visit.person, collaboration=visit.collaboration)
    found = next((one for one in rows if one.about.get("source") == RETROSPECTIVE), None)
    if found is None:
        return learn_lesson(
            person=visit.person, collaboration=visit.collaboration, taught=taught, source=RETROSPECTIVE, now=visit.now
        ) if taught.words else None  # fmt: skip
    if taught.words:
        reword_lesson(lesson=found, taught=taught)
    return found


@transaction.atomic
def reword_lesson(*, lesson: Lesson, taught: Taught) -> None:
    """It says this now. The words of one that was written at a decision stay as they are: those are locked."""
    lesson.about = {**lesson.about, "dimension": taught.dimension, "flag": taught.flag}
    if lesson.look_back_id is None:
        lesson.words = taught.words
    if lesson.farewell is not None:
        lesson.farewell.lesson = taught.words
        lesson.farewell.save(update_fields=["lesson"])
    lesson.save(update_fields=["words", "about"])


@transaction.atomic
def take_up(*, person: Person, source: LookBack | Farewell, now: datetime) -> Lesson:
    """A lesson she wrote at a decision or a farewell may come back now: it stands where it stood, and is kept once.

    Taking it up twice gives the same one.
    """
    Person.objects.select_for_update().get(pk=person.pk)
    is_decision = isinstance(source, LookBack)
    where = {"look_back": source} if is_decision else {"farewell": source}
    found = Lesson.objects.filter(person=person, **where).first()
    if found:
        return found
    table = source.collaboration
    about = {"dimension": "", "flag": "", "source": "decision" if is_decision else "farewell"}
    # What was written at a decision loses its names there when that exploration is let go: no copy of them here.
    kept = {"kind": table.kind if table else ""} if is_decision else _from(table)
    words = "" if is_decision else source.lesson
    learned = source.looked_back_at if isinstance(source, LookBack) else now
    return Lesson.objects.create(
        person=person, collaboration=table, learned_at=learned, words=words, about=about | kept, **where
    )


def let_return(*, lesson: Lesson, place: Place, terms: Mapping[str, Any]) -> None:
    """From now on it comes back at this place, on these terms. Only here, and only she sees it."""
    lesson.returns = {**lesson.returns, place.value: dict(terms)}
    lesson.save(update_fields=["returns"])


def stop_returning(*, lesson: Lesson, place: Place) -> None:
    """It comes back there no more. Twice is the same as once."""
    lesson.returns = {key: terms for key, terms in lesson.returns.items() if key != place.value}
    lesson.save(update_fields=["returns"])


@transaction.atomic
def put_aside(*, lesson: Lesson, visit: Visit, place: Place) -> None:
    """It rests at this place for this collaboration alone; elsewhere it still comes back."""
    held = Lesson.objects.select_for_update().get(pk=lesson.pk)
    mark = mark_of(visit, place)
    if mark not in held.aside:
        held.aside = [*held.aside, mark]
        held.save(update_fields=["aside"])


@transaction.atomic
def forget_lesson(*, lesson: Lesson) -> None:
    """It is hers: gone. What was written at a decision stays locked there; it only comes back no more."""
    if lesson.farewell is not None:
        lesson.farewell.lesson = ""
        lesson.farewell.save(update_fields=["lesson"])
    lesson.delete()


def _from(collaboration: Collaboration | None) -> dict[str, str]:
    return {"kind": collaboration.kind, "name": collaboration.name} if collaboration else {"kind": "", "name": ""}
