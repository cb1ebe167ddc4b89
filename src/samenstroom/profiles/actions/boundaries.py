"""Drawing a boundary, saying it better, letting it go. Only for her: nobody is told, no history is written."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from samenstroom.accounts.models import Person
from samenstroom.profiles.models import Boundary, BoundaryVersion
from samenstroom.profiles.models.boundaries import TOPICS
from samenstroom.profiles.queries.boundaries import boundary_rows


class UnknownTopicError(ValueError):
    """There is no such topic for a boundary."""


@transaction.atomic
def draw_boundary(*, person: Person, topic: str, words: str, why: str, now: datetime) -> Boundary:
    """This is a boundary of hers from now on. The same words about the same topic once more is the same boundary,
    as long as it holds. Raises UnknownTopicError.
    """
    if topic not in TOPICS:
        raise UnknownTopicError(topic)
    Person.objects.select_for_update().get(pk=person.pk)
    for one in boundary_rows(person):
        last = _last(one)
        if one.topic == topic and last.words == words and last.until_at is None:
            return one
    boundary = Boundary.objects.create(person=person, topic=topic, drawn_at=now)
    BoundaryVersion.objects.create(boundary=boundary, number=1, words=words, why=why, since_at=now)
    return boundary


@transaction.atomic
def reword_boundary(*, boundary: Boundary, topic: str, words: str, why: str, now: datetime) -> None:
    """It says this now. Other words are a new version with its date, and the old one stays readable; another reason
    or topic is not. Of a boundary that she let go of nothing changes. Raises UnknownTopicError.
    """
    if topic not in TOPICS:
        raise UnknownTopicError(topic)
    last = _last(_locked(boundary))
    if last.until_at is not None:
        return
    if last.words != words:
        _end(last, now)
        _begin(boundary, last.number + 1, words, why, now)
    elif last.why != why:
        last.why = why
        last.save(update_fields=["why"])
    if boundary.topic != topic:
        boundary.topic = topic
        boundary.save(update_fields=["topic"])


@transaction.atomic
def let_go(*, boundary: Boundary, now: datetime) -> None:
    """It holds no more, from this moment; everything it said stays readable. Twice is the same as once."""
    last = _last(_locked(boundary))
    if last.until_at is None:
        _end(last, now)


@transaction.atomic
def take_up_again(*, boundary: Boundary, now: datetime) -> None:
    """It holds again, in the last words, as a new version from this moment. Nothing changes when it still holds."""
    last = _last(_locked(boundary))
    if last.until_at is not None:
        _begin(boundary, last.number + 1, last.words, last.why, now)


def _locked(boundary: Boundary) -> Boundary:
    return Boundary.objects.select_for_update().get(pk=boundary.pk)


def _last(boundary: Boundary) -> BoundaryVersion:
    return list(boundary.versions.all())[-1]


def _end(version: BoundaryVersion, now: datetime) -> None:
    version.until_at = now
    version.save(update_fields=["until_at"])


def _begin(boundary: Boundary, number: int, words: str, why: str, now: datetime) -> None:
    BoundaryVersion.objects.create(boundary=boundary, number=number, words=words, why=why, since_at=now)
