"""Outlines: asking for one beforehand, drawing it right before something goes, and throwing it away. Nobody is told."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction

from samenstroom.accounts.models import Person
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.visits import Visit
from samenstroom.learning.models import Outline
from samenstroom.learning.queries.drawing import draw


@transaction.atomic
def wish_outline(*, visit: Visit, wanted: bool) -> None:
    """On the agreed day her outline here is drawn, or it is not; once or twice is the same. History: nothing.

    Refuses who only reads along or has no account, and an example (NotAllowedError): nothing is learned from those.
    """
    _check(visit)
    if wanted:
        _held(visit)
    Outline.objects.filter(person=visit.person, collaboration=visit.collaboration).update(on_the_day=wanted)
    if not wanted:
        _forget_empty(visit)


@transaction.atomic
def draw_outline(*, visit: Visit, parts: Collection[str]) -> Outline:
    """What she is about to lose of these parts stands in her outline, without a name. History: nothing.

    Refuses who only reads along or has no account, and an example (NotAllowedError).
    """
    _check(visit)
    held = _held(visit)
    held.content = draw(visit, parts, held.content)
    held.save(update_fields=["content"])
    return held


@transaction.atomic
def forget_outline(*, outline: Outline) -> None:
    """It is gone for good, with the wish to complete it. Nobody is told."""
    Outline.objects.filter(pk=outline.pk).delete()


@transaction.atomic
def forget_outlines(*, person: Person) -> int:
    """All of hers are gone for good; says how many."""
    return Outline.objects.filter(person=person).delete()[0]


def may_have_outline(visit: Visit) -> bool:
    """Whether this collaboration counts in patterns of hers."""
    return visit.person.has_account and visit.speaks and not visit.collaboration.is_demo


def _check(visit: Visit) -> None:
    if not may_have_outline(visit):
        raise NotAllowedError


def _held(visit: Visit) -> Outline:
    found, _is_new = Outline.objects.select_for_update().get_or_create(
        person=visit.person, collaboration=visit.collaboration
    )
    return found


def _forget_empty(visit: Visit) -> None:
    for one in Outline.objects.filter(person=visit.person, collaboration=visit.collaboration):
        if not one.content:
            one.delete()
