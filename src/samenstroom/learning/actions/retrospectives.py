"""What a person does in her own look back. Nobody is told, nothing shared is written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from samenstroom.collaborations.visits import Visit
from samenstroom.exploring.actions.decisions import look_back_on_decision
from samenstroom.exploring.actions.feelings import LockedError, resolve_prediction
from samenstroom.exploring.models import Decision, Feeling
from samenstroom.learning.models import Retrospective


def begin_retrospective(*, visit: Visit) -> Retrospective:
    """Her look back on this collaboration, begun when it was not. No history; nobody is told."""
    found, _is_new = Retrospective.objects.get_or_create(
        person=visit.person, collaboration=visit.collaboration, defaults={"started_at": visit.now}
    )
    return found


@transaction.atomic
def keep_answers(*, visit: Visit, answers: Mapping[str, Any]) -> Retrospective:
    """Keep the answers of one page; those of other pages, also from another tab, stay. Nobody is told."""
    held = Retrospective.objects.select_for_update().get(pk=begin_retrospective(visit=visit).pk)
    held.answers = {**held.answers, **answers}
    held.save(update_fields=["answers"])
    return held


def finish_retrospective(*, retrospective: Retrospective, visit: Visit) -> None:
    """It is round, from this day on; she may still add to it. Finishing twice changes nothing."""
    Retrospective.objects.filter(pk=retrospective.pk, finished_at=None).update(finished_at=visit.now)


def throw_away(*, retrospective: Retrospective) -> None:
    """It is hers: gone with everything she wrote in it. What she learned stays."""
    Retrospective.objects.filter(pk=retrospective.pk).delete()


@transaction.atomic
def say_what_came(
    *, visit: Visit, predictions: Mapping[Feeling, bool], decision: Decision | None, outcome: str
) -> None:
    """What came of what she foretold is locked from now on. What was answered in another tab stays as it was.

    Refuses nothing: an estimate or prediction that is not named stays open.
    """
    for feeling, came_true in predictions.items():
        fresh = Feeling.objects.select_for_update().filter(pk=feeling.pk, person=visit.person).first()
        if fresh is not None and fresh.resolved_at is None:
            resolve_prediction(feeling=fresh, came_true=came_true, now=visit.now)
    if decision is not None and outcome:
        try:
            look_back_on_decision(decision=decision, outcome=outcome, lesson="", now=visit.now)
        except LockedError:
            return
