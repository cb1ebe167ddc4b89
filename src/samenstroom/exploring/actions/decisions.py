"""Deciding, telling it, putting one worry on the table, looking back. Private until she shares one worry herself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from samenstroom.collaborations.actions import move_own_stage, write_line
from samenstroom.collaborations.visits import Visit
from samenstroom.exploring.models import Decision, LookBack
from samenstroom.kit import clock
from samenstroom.rules.decisions import KEEP_STANDARD, REFUSALS, Choice, Outcome, keep_until
from samenstroom.rules.life_cycle import Stage, order

from .feelings import LockedError

PARTS = ("feeling", "choice", "why", "worries", "percent", "look_back_on")
"""What she fills in before she decides."""

PLACES: Mapping[str, str] = {"kickoff": "point_for_kickoff", "agreement": "point_for_agreement"}
"""Where a worry can be put, and the kind of line that says so."""


class NothingToShareError(Exception):
    """There is no text to share, no such worry, or it was shared before."""


def draft_decision(*, visit: Visit) -> Decision:
    """The decision she is writing here, begun now if there was none. Nobody is told."""
    draft, _made = Decision.objects.get_or_create(
        person=visit.person,
        collaboration=visit.collaboration,
        decided_at=None,
        defaults={"started_at": visit.now},
    )
    return draft


def write_decision(*, decision: Decision, **parts: Any) -> None:
    """Keep what she filled in. Refuses a decision that was made; raises TypeError for a part that does not exist."""
    unknown = set(parts) - set(PARTS)
    if unknown:
        raise TypeError(f"a decision has no {', '.join(sorted(unknown))}")
    if decision.decided_at is not None:
        raise LockedError
    for name, value in parts.items():
        setattr(decision, name, value)
    decision.save(update_fields=list(parts))


@transaction.atomic
def make_decision(*, visit: Visit, decision: Decision, snapshot: Mapping[str, Any]) -> bool:
    """It is decided, with what she knew now, and does not change any more. False when that was done before.

    History: nothing, and nobody is told. After a go she goes on to Afspreken for herself alone; after a no or a not
    now the exploration gets a day on which it is thrown away.
    """
    locked = Decision.objects.select_for_update().get(pk=decision.pk)
    if locked.decided_at is not None:
        return False
    today, choice = clock.day_of(visit.now), Choice(locked.choice)
    locked.decided_at, locked.snapshot = visit.now, dict(snapshot)
    if choice in REFUSALS:
        locked.keep_until = keep_until(today, KEEP_STANDARD, locked.look_back_on).isoformat()
    locked.save(update_fields=["decided_at", "snapshot", "keep_until"])
    if choice is Choice.GO and order(Stage(visit.collaboration.stage)) < order(Stage.AGREE):
        move_own_stage(person=visit.person, collaboration=visit.collaboration, stage=Stage.AGREE.value, now=visit.now)
    return True


def write_telling(*, decision: Decision, **parts: Any) -> None:
    """Keep a part of how she tells it: `parts` (her sentences), `texts` (by version) or `told_on` (a day, as text)."""
    unknown = set(parts) - {"parts", "texts", "told_on"}
    if unknown:
        raise TypeError(f"telling has no {', '.join(sorted(unknown))}")
    decision.telling = {**decision.telling, **parts}
    decision.save(update_fields=["telling"])


@transaction.atomic
def share_worry(*, visit: Visit, decision: Decision, number: int, text: str, place: str) -> None:
    """The other reads exactly this text, as a point for the kick-off or for the agreement. Once per worry.

    History: one shared line of kind `point_for_kickoff` or `point_for_agreement`. Her worry itself stays as it was.
    """
    locked = Decision.objects.select_for_update().get(pk=decision.pk)
    is_there = 0 <= number < len(locked.worries)
    if not text.strip() or not is_there or locked.decided_at is None or str(number) in locked.shared:
        raise NothingToShareError
    write_line(seat=visit.seat, kind=PLACES[place], now=visit.now, note=text)
    on = clock.day_of(visit.now).isoformat()
    locked.shared = {**locked.shared, str(number): {"text": text, "place": place, "on": on}}
    locked.save(update_fields=["shared"])


@transaction.atomic
def look_back_on_decision(*, decision: Decision, outcome: str, lesson: str, now: datetime) -> LookBack:
    """What came of it and what she learned, for herself; once. Refuses a second time and what was not decided."""
    locked = Decision.objects.select_for_update().get(pk=decision.pk)
    if locked.decided_at is None or locked.looked_back is not None:
        raise LockedError
    return LookBack.objects.create(
        person_id=locked.person_id,
        collaboration_id=locked.collaboration_id,
        decision=locked,
        looked_back_at=now,
        choice=locked.choice,
        percent=locked.percent,
        outcome=Outcome(outcome).value,
        lesson=lesson,
        flags=list(locked.snapshot.get("flags", [])),
    )


def keep_for(*, decision: Decision, months: int) -> date:
    """She chooses how long the exploration is kept, counted from the day she decided. Refuses when it is going on."""
    if decision.decided_at is None or Choice(decision.choice) not in REFUSALS:
        raise LockedError
    until = keep_until(clock.day_of(decision.decided_at), months, decision.look_back_on)
    decision.keep_until = until.isoformat()
    decision.save(update_fields=["keep_until"])
    return until
