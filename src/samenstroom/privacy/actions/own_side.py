"""Erasing one's own side of one collaboration: what is hers alone goes, what is of both stays as it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from django.db import transaction
from django.db.models import Model, Q, QuerySet

from samenstroom.accounts.models import Person
from samenstroom.adjusting.models import BlindLimit
from samenstroom.checkins.models import Answer, RepairLook
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.models import Collaboration
from samenstroom.collaborations.visits import Visit
from samenstroom.kit import wall
from samenstroom.learning.actions.outlines import draw_outline, may_have_outline, wish_outline
from samenstroom.learning.models import Mentorship, Outline
from samenstroom.learning.queries.drawing import BOTH, OWN
from samenstroom.privacy.fates import SHELLS, mixed_models
from samenstroom.privacy.queries.own_side import goes_as_a_whole, is_over, own_models_here

from .erasing import empty_answer, erase_whole, take_away

BESIDE: Mapping[str, object] = MappingProxyType({"guess": None, "appreciation": "", "remark": "", "remark_choice": ""})
"""What else an answer in a check-in holds."""


@transaction.atomic
def erase_own_side(*, visit: Visit, keeps_outline: bool) -> bool:
    """What she alone could read here is gone, for good; with an outline for her patterns, or without.

    What is of both stays until the agreed day, as it was; nobody else can tell. Where nobody else sits or ever
    sat, the collaboration goes as a whole: says whether it did. What she sent in an envelope that can
    still open stays in it. History: nothing, nobody is told. At a closed table twice is the same as once.
    Refuses as long as it goes on (NotAllowedError).
    """
    if not is_over(visit):
        raise NotAllowedError
    table, person = Collaboration.objects.select_for_update().get(pk=visit.collaboration.pk), visit.person
    is_whole = goes_as_a_whole(visit)
    if keeps_outline:
        wish_outline(visit=visit, wanted=not is_whole)
        draw_outline(visit=visit, parts=(OWN, BOTH) if is_whole else (OWN,))
    else:
        Outline.objects.filter(person=person, collaboration=table).delete()
    _erase_own(visit)
    if is_whole:
        with wall.for_everybody():  # nobody else is there; the database checks that by itself
            erase_whole(Collaboration.objects.filter(pk=table.pk))
    return is_whole


@transaction.atomic
def draw_before_the_day(*, collaboration: Collaboration, visits: Iterator[Visit]) -> None:
    """Who asked for it keeps an outline of what she gave to what is of both, right before that goes."""
    asked = Outline.objects.filter(collaboration=collaboration, on_the_day=True)
    wanted = set(asked.values_list("person", flat=True))
    for visit in visits:
        if visit.person.pk in wanted and may_have_outline(visit):
            draw_outline(visit=visit, parts=(BOTH,))
    asked.filter(pk__in=[one.pk for one in asked if not one.content]).delete()
    asked.update(on_the_day=False)


def _erase_own(visit: Visit) -> None:
    person, here = visit.person, {"collaboration": visit.collaboration}
    for model in own_models_here():
        if model not in (Outline, BlindLimit):
            take_away(model._default_manager.filter(person=person, **here))
    for limit in BlindLimit.objects.filter(person=person, **here).select_related("round"):
        _empty_limit(limit)
    for mixed, model in mixed_models():
        rows = model._default_manager.filter(**{mixed.owner: person}, **here)
        shared = rows.filter(mixed.is_shared)
        _erase_unshared(visit, rows.exclude(pk__in=shared.values("pk")))
        if mixed.emptied:
            shared.update(**mixed.emptied)
    opened = Q(round__revealed_at__isnull=False) | Q(freed_at__isnull=False)
    for answer in Answer.objects.filter(opened, person=person, **here):
        empty_answer(answer)
    _forget_names(person, visit.collaboration)


def _erase_unshared(visit: Visit, rows: QuerySet[Model]) -> None:
    """Of what was sent and stayed sealed the other may know that it was sent: that stays, and nothing it said."""
    shell = SHELLS.get(rows.model._meta.label)
    if shell is None:
        take_away(rows)
        return
    sent = rows if rows.model is RepairLook else rows.filter(sent_at__isnull=False)
    if is_over(visit, only_closed=True):
        sent.update(**dict([shell]), **(BESIDE if rows.model is Answer else {}))
    take_away(rows.exclude(pk__in=sent.values("pk")))


def _empty_limit(limit: BlindLimit) -> None:
    """Of a round that still takes limits the other sees that hers is there: that stays, without the amount."""
    if limit.round.is_open:
        limit.amount = SHELLS["adjusting.BlindLimit"][1]
        limit.save(update_fields=["amount"])
    else:
        limit.delete()


def _forget_names(person: Person, collaboration: Collaboration) -> None:
    """How she called the other for a mentor. Whom both agreed on stays: that is of both."""
    for one in Mentorship.objects.filter(person=person):
        told = one.tables.get(collaboration.public_id)
        if told is not None and not told.get("companion"):
            one.tables = {key: value for key, value in one.tables.items() if key != collaboration.public_id}
            one.save(update_fields=["tables"])
