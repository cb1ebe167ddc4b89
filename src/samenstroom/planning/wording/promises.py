"""Promised days in words: the same measure for both, nobody's fault."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock
from samenstroom.planning.queries.promises import PromisedDay
from samenstroom.planning.wording.tasks import day_words
from samenstroom.rules.promises import ENOUGH_FOR_A_SHARE, Measure, Outcome, measure


@dataclass(frozen=True)
class SideMeasure:
    """What became of the promised days of one side. `share` is empty as long as there are too few to say so."""

    name: str
    rows: tuple[dict[str, str], ...]
    share: str


@dataclass(frozen=True)
class PromiseLine:
    """One promised day: whose, what, and what became of it."""

    public_id: str
    what: str
    hint: str
    state: str
    tone: str
    icon: str


def side_measure(name: str, days: Sequence[PromisedDay]) -> SideMeasure:
    """Count the days of one side; a share only once there are enough of them."""
    found = measure(one.settled for one in days)
    rows = (
        (_("Gehaald"), found.kept),
        (_("Op tijd laten weten"), found.told),
        (_("Voorbijgegaan zonder bericht vooraf"), found.without_word),
    )
    counts = tuple({"label": label, "text": str(number)} for label, number in rows)
    return SideMeasure(name, counts, share_words(found))


def share_words(found: Measure) -> str:
    """`Gehaald of op tijd laten weten: 83%`; under five days the count alone."""
    if found.percent is not None:
        return _("Woord gehouden: %(percent)s%%") % {"percent": found.percent}
    if not found.days:
        return _("Nog geen dagen om iets over te zeggen.")
    words = {"n": found.days, "enough": ENOUGH_FOR_A_SHARE}
    return (
        ngettext(
            "%(n)s dag. Vanaf %(enough)s staat hier een deel.", "%(n)s dagen. Vanaf %(enough)s staat hier een deel.",
            found.days,
        )
        % words
    )  # fmt: skip


def promise_line(visit: Visit, one: PromisedDay) -> PromiseLine:
    """Put one promised day in words."""
    today, settled = clock.day_of(visit.now), one.settled
    states = {
        Outcome.KEPT: (_("Gehaald"), "calm", "check"),
        Outcome.TOLD: (_("Op tijd laten weten"), "plain", "calendar"),
        Outcome.WITHOUT_WORD: (_("De dag ging voorbij"), "notice", "clock"),
    }
    state, tone, icon = states[settled.outcome]
    name = _("Jij") if one.view.is_mine else visit.other_name
    words = {"name": name, "day": day_words(settled.due_on, today)}
    hint = _("%(name)s, voor %(day)s") % words
    if one.new_due:
        hint = _("%(name)s, voor %(day)s. Nieuwe dag: %(new)s") % {**words, "new": day_words(one.new_due, today)}
    return PromiseLine(one.view.task.public_id, one.view.task.what, hint, state, tone, icon)
