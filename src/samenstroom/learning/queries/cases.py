"""All collaborations of one person as cases to learn from: everything that is hers to read, in a fixed number of
queries.

Tables where she only reads along are left out: those are somebody else's to learn from. Examples count only while she
has nothing else (`counted.py`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from samenstroom.accounts.models import Person
from samenstroom.adjusting.models import OwnAttempt, Talk
from samenstroom.adjusting.queries.attempts import AttemptView, attempts_by_table
from samenstroom.adjusting.queries.talks import talks_by_table
from samenstroom.checkins.queries import (
    OwnView,
    RepairView,
    RoundView,
    own_by_table,
    repairs_by_table,
    rounds_by_table,
)
from samenstroom.collaborations.models import HistoryLine
from samenstroom.collaborations.queries import fact_lines_by_table, visits_of
from samenstroom.collaborations.visibility import private_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.exchanges.queries import ExchangeView, exchanges_by_table
from samenstroom.exploring.models import Decision, Feeling, Scan
from samenstroom.exploring.queries.decisions import decisions_by_table
from samenstroom.exploring.queries.feelings import feelings_by_table
from samenstroom.exploring.queries.scans import scans_by_table
from samenstroom.farewell.models import Ending, Farewell
from samenstroom.farewell.queries.endings import EndingView, endings_by_table
from samenstroom.farewell.queries.farewells import farewells_by_table, last_day_of
from samenstroom.kit import clock
from samenstroom.rules.dimensions import FLOW
from samenstroom.rules.learning.endings import EndingFacts, Label, label_of
from samenstroom.watch.models import ShownFinding
from samenstroom.watch.queries import shown_rows

from .counted import counted
from .retrospectives import retrospectives_by_table
from .said import Said, said_by_table

BY_ME, BY_OTHER = "by_me", "by_other"
"""How an ending by one side reads for who looks."""


@dataclass(frozen=True)
class Case:
    """One collaboration, and everything that she may learn from. `how` is empty and `ended_on` None while it goes on.

    Scans and decisions newest first, feelings oldest first. `on_record`: the end stands on the table for both.
    """

    visit: Visit
    label: Label
    how: str
    ended_on: date | None
    on_record: bool
    said: Said
    scans: Sequence[Scan]
    feelings: Sequence[Feeling]
    decisions: Sequence[Decision]
    shown: Sequence[ShownFinding]
    talks: Sequence[Talk]
    lines: Sequence[HistoryLine]
    rounds: Sequence[RoundView]
    own: OwnView
    repairs: Sequence[RepairView]
    attempts: Sequence[AttemptView]
    own_attempts: Sequence[OwnAttempt]

    @property
    def key(self) -> str:
        """Its public id."""
        return self.visit.collaboration.public_id

    @property
    def name(self) -> str:
        return self.visit.collaboration.name

    @property
    def began_on(self) -> date:
        """The day on which she put it in the app."""
        return clock.day_of(self.visit.collaboration.created_at)

    @property
    def own_answers(self) -> list[tuple[date, Mapping[str, int | None]]]:
        """What she answered in check-ins, sent in a round or for herself; the other's answers are not in it."""
        rounds = [(one.round.opened_on, one.mine.values) for one in self.rounds if one.mine and one.mine.is_sent]
        return sorted(rounds + [(one.answered_on, one.values) for one in self.own.done], key=lambda pair: pair[0])

    @property
    def flows(self) -> list[int]:
        """Her own answers to *does it flow?*, oldest first."""
        return [int(values[FLOW] or 0) for _on, values in self.own_answers if values.get(FLOW)]


def cases_of(person: Person, now: datetime) -> list[Case]:
    """Her own collaborations, newest first; examples when there are only those."""
    visits = counted([one for one in visits_of(person, now) if one.speaks])
    endings, farewells = endings_by_table(person, visits), farewells_by_table(person, visits)
    closings = exchanges_by_table(person, visits, Ending.PURPOSE)
    decisions = decisions_by_table(person, visits)
    looked = {key: one.answers for key, one in retrospectives_by_table(person, visits).items()}
    said, scans, feelings = said_by_table(decisions, looked), scans_by_table(person, visits), feelings_by_table(person)
    shown, talks, lines = _shown(person), talks_by_table(person, visits), fact_lines_by_table(person, visits)
    rounds, own = rounds_by_table(person, visits), own_by_table(person, visits)
    repairs, attempts = repairs_by_table(person, visits), attempts_by_table(person, visits)
    own_attempts = _own_attempts(person)
    return [
        Case(
            visit=visit,
            label=label_of(_ending_facts(how, closings[key], said[key])),
            how=how,
            ended_on=_ended_on(endings.get(key), farewells.get(key), clock.day_of(now)) if how else None,
            on_record=key in endings,
            said=said[key],
            scans=scans[key],
            feelings=feelings.get(key, ()),
            decisions=decisions[key],
            shown=shown.get(key, ()),
            talks=talks[key],
            lines=lines[key],
            rounds=rounds[key],
            own=own[key],
            repairs=repairs[key],
            attempts=attempts[key],
            own_attempts=own_attempts.get(key, ()),
        )
        for visit in visits
        for key in (visit.collaboration.pk,)
        for how in (_how(endings.get(key), farewells.get(key)),)
    ]


def _how(ending: EndingView | None, farewell: Farewell | None) -> str:
    """How it ended: as it is on record, otherwise as she told it herself."""
    if ending is not None:
        if ending.ending.how == Ending.How.ONE_SIDE:
            return BY_ME if ending.i_announced else BY_OTHER
        return str(ending.ending.how)
    if farewell is None or not (farewell.moments.get("told_on") or farewell.moments.get("looked_back_on")):
        return ""
    return {"one_side": BY_ME, "left": BY_OTHER}.get(farewell.way, str(farewell.way))


def _ended_on(ending: EndingView | None, farewell: Farewell | None, today: date) -> date | None:
    """The last day, once it has come; without one the day on which it was told."""
    if ending is not None:
        last = ending.ending.last_on or ending.announced_on
    else:
        assert farewell is not None
        told = farewell.moments.get("told_on") or farewell.moments["looked_back_on"]
        last = last_day_of(farewell, None) or date.fromisoformat(told)
    return last if last <= today else None


def _ending_facts(how: str, closings: Sequence[ExchangeView], said: Said) -> EndingFacts:
    """What she may read of it: her own answers, and those of the other once both were sent."""
    newest = next(iter(closings), None)
    mine, theirs = (newest.mine or {}, newest.theirs or {}) if newest else ({}, {})
    return EndingFacts(how=how, mine=mine, theirs=theirs, both_glad=said.both_glad, own=said.label)


def _shown(person: Person) -> dict[int, list[ShownFinding]]:
    found: dict[int, list[ShownFinding]] = {}
    for one in shown_rows(person).defer("set_aside_reason").order_by("shown_at", "pk"):
        found.setdefault(one.collaboration_id, []).append(one)
    return found


def _own_attempts(person: Person) -> dict[int, list[OwnAttempt]]:
    found: dict[int, list[OwnAttempt]] = {}
    rows = private_rows(OwnAttempt.objects.all(), seen_by=person).defer("stuck", "tries", "why", "helped")
    for one in rows.order_by("started_at", "pk"):
        found.setdefault(one.collaboration_id, []).append(one)
    return found
