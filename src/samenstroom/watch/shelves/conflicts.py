"""Disagreements: a row, what waits for her, and dated facts about opening, solving and the days of a step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenstroom.accounts.models import Person
from samenstroom.adjusting.queries.attempts import AttemptView, attempts_by_table
from samenstroom.adjusting.queries.conflicts import ConflictView, conflicts_by_table
from samenstroom.adjusting.wording.conflicts import standing
from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock
from samenstroom.rules.attempts import Said, says_it_did_not_help
from samenstroom.rules.entries import Entry
from samenstroom.rules.life_cycle import Stage

from .feedback import side_of
from .shelf import Ask, Shelf, ShelfRow


@dataclass(frozen=True)
class ConflictLies:
    """The disagreements at a table, and the attempts that were made there."""

    views: Sequence[ConflictView]
    attempts: Sequence[AttemptView]


ADJUSTING = (Stage.ADJUST,)
"""Where it is offered: to put a disagreement on the table is no offer for when all goes well."""


def conflict_rows(visit: Visit, lies: ConflictLies) -> Iterator[ShelfRow]:
    """The open one that asks most, how many there were, or the offer while they adjust."""
    title, views = _("Meningsverschil"), lies.views
    is_open = [one for one in views if one.conflict.is_open]
    if is_open:
        one = next((view for view in is_open if _waits(visit, view)), is_open[0])
        waits = _waits(visit, one)
        state, tone = (_("Nu jij"), "now") if waits else ("", "plain")
        parts = {"conflict": one.conflict.public_id}
        yield ShelfRow(title, standing(visit, one), "conflict", parts, state, tone, both=_count(is_open))
    elif views:
        yield ShelfRow(title, _rests(views), "conflicts", both=_rests(views))
    elif Stage(visit.collaboration.stage) in ADJUSTING:
        yield ShelfRow(title, _("Zien jullie iets verschillend? Leg het samen op tafel."), "conflicts", is_offer=True)


def _count(views: Sequence[ConflictView]) -> str:
    return ngettext("%(n)s ligt op tafel", "%(n)s liggen op tafel", len(views)) % {"n": len(views)}


def _rests(views: Sequence[ConflictView]) -> str:
    solved = sum(1 for one in views if one.conflict.is_over)
    if solved < len(views):
        return _("Er ligt iets opzij. Jullie kunnen het weer oppakken.")
    return ngettext("%(n)s opgelost", "%(n)s opgelost", solved) % {"n": solved}


def _waits(visit: Visit, view: ConflictView) -> bool:
    """Something that the other did waits for her."""
    blind = view.blind is not None and view.blind.waits_for_me
    solved = view.they_solved and not view.i_solved
    return visit.speaks and bool(solved or view.pair_waits_for_me or view.to_accept or blind)


def conflict_asks(visit: Visit, lies: ConflictLies) -> Iterator[Ask]:
    """One thing for each open one: what the other did first, then the days of a step that ran out, then what is new."""
    name = {"name": visit.other_name}
    for one in lies.views:
        if not one.conflict.is_open or not visit.speaks:
            continue
        parts, line = {"conflict": one.conflict.public_id}, standing(visit, one)
        if _waits(visit, one):
            title = _("%(name)s wacht op je bij een meningsverschil") % name
            yield Ask(78, "talk", title, line, _("Kijk wat er ligt"), "conflict", parts)
        elif one.is_step_due:
            title = _("De termijn van een stap is voorbij")
            yield Ask(62, "calendar", title, line, _("Bekijk de stappen"), "conflict_ladder", parts)
        elif not one.i_opened and not _has_told(visit, one):
            title = _("%(name)s wil iets met je bespreken") % name
            yield Ask(72, "talk", title, _("Lees het op een rustig moment."), _("Lees het"), "conflict", parts)


def _has_told(visit: Visit, view: ConflictView) -> bool:
    """Her side gave something, or closed its envelope."""
    gave = any(one.seat.party_id == visit.party.pk for one in view.parts)
    return gave or (view.pair is not None and view.pair.i_sent)


def conflict_entries(visit: Visit, lies: ConflictLies) -> Iterator[Entry]:
    """When one was put on the table, when it was called solved, and each step with its last day. All of both.

    An attempt that both looked back on and that flows for neither is a fact too: both read each other's answer.
    """
    for one in lies.views:
        conflict, key = one.conflict, one.conflict.public_id
        data: dict[str, Any] = {"item": conflict.dimension}
        opened = clock.day_of(conflict.opened_at)
        yield Entry("disagreement_opened", opened, by=side_of(visit, conflict.opened_by), key=key, data=data)
        if conflict.solved_at:
            yield Entry("disagreement_solved", clock.day_of(conflict.solved_at), key=key, data=data)
        for at, move in enumerate(one.moves):
            after = one.moves[at + 1].began_on if at + 1 < len(one.moves) else _rested_on(one)
            step: dict[str, Any] = {**data, "due_on": move.due_on, "over_on": after}
            by, step_key = side_of(visit, move.moved_by), f"{key}-{move.step}"
            yield Entry("ladder_step", move.began_on, by=by, key=step_key, data=step)
    for view in lies.attempts:
        if view.is_opened and view.look and view.look.exchange.revealed_at and _did_not_help(view):
            day = clock.day_of(view.look.exchange.revealed_at)
            yield Entry("repair_unhelped", day, key=f"attempt-{view.attempt.public_id}")


def _did_not_help(view: AttemptView) -> bool:
    assert view.look is not None
    return says_it_did_not_help(tuple(Said(one["said"]) for one in (view.look.mine, view.look.theirs) if one))


def _rested_on(view: ConflictView) -> date | None:
    """The day on which it asked nothing any more."""
    at = view.conflict.solved_at or view.conflict.aside_at
    return clock.day_of(at) if at else None


def gather_conflicts(person: Person, visits: Sequence[Visit]) -> Mapping[int, ConflictLies]:
    """Two queries where nothing lies; a fixed number otherwise."""
    attempts = attempts_by_table(person, visits)
    return {key: ConflictLies(views, attempts[key]) for key, views in conflicts_by_table(person, visits).items()}


SHELF = Shelf("conflicts", gather_conflicts, rows=conflict_rows, asks=conflict_asks, entries=conflict_entries)
