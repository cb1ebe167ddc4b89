"""All collaborations of one person as cases to learn from: everything that is hers to read, in a fixed number of
queries.

Tables where she only reads along are left out: those are somebody else's to learn from. Examples count only while she
has nothing else (`counted.py`). What is left of one that she erased counts along as an outline (`outlines.py`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from types import MappingProxyType

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
from .outlines import Drawn, Kept, drawn_of, loose
from .retrospectives import retrospectives_by_table
from .said import Said, said_by_table

BY_ME, BY_OTHER = "by_me", "by_other"
"""How an ending by one side reads for who looks."""
NEVER = datetime.min.replace(tzinfo=UTC)
NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Case:
    """One collaboration, and everything that she may learn from. `how` is empty and `ended_on` None while it goes on.

    Scans and decisions newest first, feelings oldest first. `on_record`: the end stands on the table for both.
    `closing`: what was said of it at the end. `kept`: what is left of what she erased, already among the rest; without
    a `visit` it is all there is.
    """

    visit: Visit | None
    label: Label
    how: str
    ended_on: date | None
    on_record: bool
    said: Said
    closing: ExchangeView | None
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
    kept: Kept | None = None

    @property
    def key(self) -> str:
        """Its public id, or that of its outline."""
        if self.visit is not None:
            return self.visit.collaboration.public_id
        return self.kept.key if self.kept else ""

    @property
    def name(self) -> str:
        """Empty when only an outline is left."""
        return self.visit.collaboration.name if self.visit else ""

    @property
    def kind(self) -> str:
        if self.visit is not None:
            return self.visit.collaboration.kind
        return self.kept.kind if self.kept else ""

    @property
    def began_on(self) -> date:
        """The day on which she put it in the app; of an outline the first day of that quarter."""
        if self.visit is not None:
            return clock.day_of(self.visit.collaboration.created_at)
        assert self.kept is not None, "a case has a table or an outline"
        return self.kept.quarter.first_day

    @property
    def own_answers(self) -> list[tuple[date, Mapping[str, int | None]]]:
        """What she answered in check-ins, sent in a round or for herself; the other's answers are not in it."""
        rounds = [(one.round.opened_on, one.mine.values) for one in self.rounds if one.mine and one.mine.is_sent]
        own = [(one.answered_on, one.values) for one in self.own.done]
        return sorted([*rounds, *own, *(self.kept.answers if self.kept else ())], key=lambda pair: pair[0])

    @property
    def flows(self) -> list[int]:
        """Her own answers to *does it flow?*, oldest first."""
        return [int(values[FLOW] or 0) for _on, values in self.own_answers if values.get(FLOW)]


def at_tables(cases: Sequence[Case]) -> list[tuple[Case, Visit]]:
    """Those of which the collaboration is still there."""
    return [(case, case.visit) for case in cases if case.visit is not None]


def cases_of(person: Person, now: datetime) -> list[Case]:
    """Her own collaborations and outlines, newest first; examples when there are only those."""
    drawn = drawn_of(person)
    visits = [one for one in visits_of(person, now) if one.speaks]
    alone = loose(drawn, [one.collaboration.pk for one in visits])
    here = [one for one in counted(visits) if not (alone and one.collaboration.is_demo)]
    found = [*cases_at(person, here, drawn), *(_only_outline(one) for one in alone)]
    return sorted(found, key=lambda case: case.began_on, reverse=True)


def cases_at(person: Person, visits: Sequence[Visit], drawn: Sequence[Drawn]) -> list[Case]:
    """These collaborations, in the order given, each with its outline when there is one."""
    endings, farewells = endings_by_table(person, visits), farewells_by_table(person, visits)
    closings = exchanges_by_table(person, visits, Ending.PURPOSE)
    decisions = decisions_by_table(person, visits)
    looked = {key: one.answers for key, one in retrospectives_by_table(person, visits).items()}
    said, scans, feelings = said_by_table(decisions, looked), scans_by_table(person, visits), feelings_by_table(person)
    shown, talks, lines = _shown(person), talks_by_table(person, visits), fact_lines_by_table(person, visits)
    rounds, own = rounds_by_table(person, visits), own_by_table(person, visits)
    repairs, attempts = repairs_by_table(person, visits), attempts_by_table(person, visits)
    own_attempts = _own_attempts(person)
    outlines = {one.collaboration_id: one for one in drawn}
    cases = [
        Case(
            visit=visit,
            label=label_of(_ending_facts(how, next(iter(closings[key]), None), said[key])),
            how=how,
            ended_on=_ended_on(endings.get(key), farewells.get(key), clock.day_of(visit.now)) if how else None,
            on_record=key in endings,
            said=said[key],
            closing=next(iter(closings[key]), None),
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
    return [_with_outline(case, outlines.get(visit.collaboration.pk)) for case, visit in at_tables(cases)]


def _with_outline(case: Case, drawn: Drawn | None) -> Case:
    """What she erased here counts along; what she wrote since goes before it."""
    if drawn is None:
        return case
    kept = drawn.kept(case.began_on)
    said, how = case.said.before(kept.said), case.how or kept.how
    return replace(
        case,
        label=label_of(_ending_facts(how, case.closing, said, kept.closing)),
        how=how,
        ended_on=case.ended_on if case.how else kept.ended_on,
        said=said,
        scans=sorted([*case.scans, *kept.scans], key=lambda one: one.finished_at or NEVER, reverse=True),
        feelings=sorted([*case.feelings, *kept.feelings], key=lambda one: one.felt_at),
        shown=sorted([*case.shown, *kept.shown], key=lambda one: one.shown_at),
        talks=[*case.talks, *kept.talks],
        lines=[*case.lines, *kept.lines],
        kept=kept,
    )


def _only_outline(drawn: Drawn) -> Case:
    """One of which nothing else is there."""
    kept = drawn.kept()
    return Case(
        visit=None,
        label=label_of(_ending_facts(kept.how, None, kept.said, kept.closing)),
        how=kept.how,
        ended_on=kept.ended_on,
        on_record=False,
        said=kept.said,
        closing=None,
        scans=kept.scans,
        feelings=kept.feelings,
        decisions=(),
        shown=kept.shown,
        talks=kept.talks,
        lines=kept.lines,
        rounds=(),
        own=OwnView(None, None, ()),
        repairs=(),
        attempts=(),
        own_attempts=(),
        kept=kept,
    )


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


def _ending_facts(how: str, closing: ExchangeView | None, said: Said, kept: Mapping[str, str] = NOTHING) -> EndingFacts:
    """What she may read of it: her own answers, and those of the other once both were sent."""
    mine, theirs = (closing.mine or {}, closing.theirs or {}) if closing else ({}, {})
    return EndingFacts(how=how, mine=mine or kept, theirs=theirs, both_glad=said.both_glad, own=said.label)


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
