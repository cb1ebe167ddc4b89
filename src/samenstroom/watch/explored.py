"""What one person explored before the start, over all her tables at once, as plain values for the rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from samenstroom.accounts.models import Person
from samenstroom.collaborations.visits import Visit
from samenstroom.exploring.facts import Asked, Decided, Explored, Outcome, Readiness, Touched, Trial, Waved
from samenstroom.exploring.flags import reading_of
from samenstroom.exploring.models import Asked as AskedRow
from samenstroom.exploring.models import Decision, Feeling, ReadinessAnswer, ReferenceRequest, Scan
from samenstroom.exploring.queries.decisions import decisions_by_table
from samenstroom.exploring.queries.readiness import readiness_by_table
from samenstroom.exploring.queries.references import references_by_table
from samenstroom.exploring.queries.room import amount, asked_by_table, room_of
from samenstroom.exploring.queries.scans import scans_by_table
from samenstroom.exploring.queries.trials import TrialView, trials_by_table
from samenstroom.exploring.wording.readiness import holding_back
from samenstroom.kit import clock
from samenstroom.profiles.queries.boundaries import boundaries_of
from samenstroom.rules.decisions import Choice

OUTCOMES: Mapping[str, Outcome] = {
    Choice.GO: Outcome.GO,
    Choice.TRIAL: Outcome.TRIAL,
    Choice.LATER: Outcome.NOT_NOW,
    Choice.NO: Outcome.NO,
}


@dataclass(frozen=True)
class _Own:
    """Her own rows over all tables, by collaboration id."""

    scans: Mapping[int, Sequence[Scan]] = field(default_factory=dict)
    decisions: Mapping[int, Sequence[Decision]] = field(default_factory=dict)
    readiness: Mapping[int, Sequence[ReadinessAnswer]] = field(default_factory=dict)
    references: Mapping[int, Sequence[ReferenceRequest]] = field(default_factory=dict)
    asked: Mapping[int, AskedRow] = field(default_factory=dict)
    topics: frozenset[str] = frozenset()
    hours: Decimal | None = None


@dataclass(frozen=True)
class Exploration:
    """What was explored at one table: as plain values for the rules, and the rows that ask attention themselves."""

    explored: Explored = field(default_factory=Explored)
    trials: Sequence[TrialView] = ()
    references: Sequence[ReferenceRequest] = ()
    decisions: Sequence[Decision] = ()

    def shared(self) -> Exploration:
        """The same without anything of her own."""
        return Exploration(self.explored.shared(), self.trials)


def explorations_by_table(
    person: Person, visits: Sequence[Visit], feelings: Mapping[int, Sequence[Feeling]]
) -> dict[int, Exploration]:
    """Collaboration id -> what was explored there, in a fixed number of queries.

    Trials are from both, so for everybody; the rest only for who has a pocket. `feelings` are hers, oldest first.
    """
    trials = trials_by_table(person, visits)
    own = _own(person, visits) if person.has_account else _Own()
    income = _total_income(own.asked.values())
    return {
        key: Exploration(
            _explored(key, own, trials[key], income, feelings.get(key, ())),
            trials[key],
            own.references.get(key, ()),
            own.decisions.get(key, ()),
        )
        for key in (visit.collaboration.pk for visit in visits)
    }


def _own(person: Person, visits: Sequence[Visit]) -> _Own:
    room = room_of(person)
    return _Own(
        scans=scans_by_table(person, visits),
        decisions=decisions_by_table(person, visits),
        readiness=readiness_by_table(person),
        references=references_by_table(person, visits),
        asked=asked_by_table(person, visits),
        topics=frozenset(one.topic for one in boundaries_of(person)),
        hours=amount(room.hours) if room else None,
    )


def _explored(
    key: int, own: _Own, trials: Sequence[TrialView], income: Decimal, feelings: Sequence[Feeling]
) -> Explored:
    scans, readiness = own.scans.get(key, ())[:1], own.readiness.get(key, ())
    first = _first_contact(readiness, feelings, own.scans.get(key, ()))
    return Explored(
        flags=[waved for scan in scans for waved in _waved(scan)],
        touched=next((_touched(scan, own.topics) for scan in scans), None),
        decisions=[_decided(one, first) for one in own.decisions.get(key, ()) if one.choice in OUTCOMES],
        readiness=[Readiness(clock.day_of(one.sent_at), holding_back(one)) for one in readiness],
        references=[on for one in own.references.get(key, ()) if (on := _heard_on(one))],
        trials=[_trial(view) for view in trials],
        asked=_asked(own.asked.get(key), own.hours, income),
    )


def _waved(scan: Scan) -> Iterable[Waved]:
    assert scan.finished_at is not None, "only a finished scan says something"
    on = clock.day_of(scan.finished_at)
    return (Waved(one.flag.stands_for, on) for one in reading_of(scan).waving if one.flag.stands_for)


def _touched(scan: Scan, topics: frozenset[str]) -> Touched:
    assert scan.finished_at is not None, "only a finished scan says something"
    return Touched(clock.day_of(scan.finished_at), len(topics & reading_of(scan).topics))


def _first_contact(
    readiness: Sequence[ReadinessAnswer], feelings: Sequence[Feeling], scans: Sequence[Scan]
) -> date | None:
    """The first trace of the other in what she kept; None when there is none, for then nobody knows how long it took.

    That the collaboration was made in the app today says nothing: she may have known the other for months.
    """
    moments = [one.sent_at for one in readiness] + [one.felt_at for one in feelings]
    moments += [one.started_at for one in scans]
    return clock.day_of(min(moments)) if moments else None


def _decided(one: Decision, first: date | None) -> Decided:
    assert one.decided_at is not None, "what she is still writing is no decision"
    on = clock.day_of(one.decided_at)
    return Decided(on, OUTCOMES[one.choice], (on - first).days if first and first <= on else None)


def _heard_on(one: ReferenceRequest) -> date | None:
    """The day on which she heard something: from the referee here, or by phone."""
    moment = one.sent_at or one.noted_at
    return clock.day_of(moment) if moment else None


def _trial(view: TrialView) -> Trial:
    trial, exchange = view.trial, view.evaluation.exchange if view.evaluation else None
    agreed = trial.agreed_at or trial.outside_at
    evaluated = exchange.revealed_at if exchange else None
    return Trial(
        key=trial.public_id,
        agreed_on=clock.day_of(agreed) if agreed else None,
        evaluated_on=clock.day_of(evaluated) if evaluated else None,
    )


def _total_income(rows: Iterable[AskedRow]) -> Decimal:
    return sum((amount(one.income) or Decimal() for one in rows), Decimal())


def _asked(row: AskedRow | None, free: Decimal | None, income: Decimal) -> Asked | None:
    """What is asked as shares of what she filled in; a share of the income needs more than one to be a share of."""
    if row is None:
        return None
    hours, earns = amount(row.hours), amount(row.income)
    return Asked(
        on=clock.day_of(row.saved_at),
        hours_share=float(hours / free) if hours and free else None,
        income_share=float(earns / income) if earns and income > earns else None,
    )
