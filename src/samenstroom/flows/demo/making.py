"""Make the examples of one person, as if she had kept them for a year, or a whole practice of three years."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import translation

from samenstroom import content
from samenstroom.accounts.models import Person
from samenstroom.collaborations.actions import start_collaboration
from samenstroom.collaborations.models import Collaboration
from samenstroom.kit import clock, wall

from .acts import tell
from .scene import moment, sit_together


def has_demo(person: Person) -> bool:
    """Whether her examples are there."""
    return Collaboration.objects.filter(demo_for=person).exists()


def make_demo(*, person: Person, language: str, now: datetime) -> int:
    """Ten examples of hers exist, told in this language up to the day before `now`. Nobody gets mail.

    Asked again, or twice at once, nothing more is made; neither when her practice to look around in is there. Returns
    how many were made. Raises ContentError for a language that does not exist.
    """
    return _make("demo", person=person, language=language, now=now)


def make_demo_practice(*, person: Person, language: str, now: datetime) -> int:
    """A practice of three years is there for her to look around in, on the same terms as the ten examples.

    One of the two at a time: while the ten examples are there, nothing is made.
    """
    return _make("demo_practice", person=person, language=language, now=now)


@wall.for_everybody()  # it acts as each of the people it makes up
@transaction.atomic
def _make(name: str, *, person: Person, language: str, now: datetime) -> int:
    Person.objects.select_for_update().get(pk=person.pk)
    if has_demo(person):
        return 0
    stories = content.load(name, language)["stories"]
    with translation.override(language):
        for story in stories:
            _tell_story(person, story, clock.day_of(now))
    return len(stories)


def _tell_story(person: Person, story: Mapping[str, Any], today: date) -> None:
    began = moment(today - timedelta(days=story["began"]), 9)
    collaboration = start_collaboration(
        by=person,
        name=story["name"],
        other_name=story["other"],
        kind=story["kind"],
        country=story["country"],
        stage=story["stage"],
        origin=story["origin"],
        now=began,
        is_demo=True,
    )
    scene = sit_together(collaboration=collaboration, person=person, today=today, now=began)
    for entry in story["diary"]:
        tell(scene, entry)
