"""Make the record that the rules read: one collaboration as one person may see it, and not a row more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from samenstroom.accounts.models import Person
from samenstroom.adjusting.queries.pauses import PauseView, pauses_by_table
from samenstroom.checkins.queries import (
    OwnView,
    RhythmView,
    RoundView,
    own_by_table,
    rhythms_by_table,
    rounds_by_table,
)
from samenstroom.collaborations.absent import in_one_look
from samenstroom.collaborations.models import HistoryLine
from samenstroom.collaborations.queries import fact_lines_by_table
from samenstroom.collaborations.visits import Visit
from samenstroom.collaborations.wording import facts
from samenstroom.exploring.facts import explored_entries, unsaid
from samenstroom.exploring.models import Feeling as FeelingRow
from samenstroom.exploring.queries.feelings import feelings_by_table
from samenstroom.kit import clock
from samenstroom.rules.answers import CheckIn
from samenstroom.rules.entries import Entry, Feeling, Stance
from samenstroom.rules.facts import History, RoundFacts
from samenstroom.rules.findings import Side
from samenstroom.rules.life_cycle import Stage
from samenstroom.rules.pauses import as_facts
from samenstroom.rules.visibility import Circle

from .explored import Exploration, explorations_by_table
from .shelves import Lies, entries_of, laid_ready, limits_of


@dataclass(frozen=True)
class Known:
    """What was read for one table: everything this person may see of it, still as rows.

    `before` is what she found out before the start; without an account only the trials are in it. `lies` is what the
    shelves laid ready. `only_shared`: nothing of her own may be told.
    """

    rounds: Sequence[RoundView]
    rhythm: RhythmView
    lines: Sequence[HistoryLine] = ()
    own: OwnView | None = None
    feelings: Sequence[FeelingRow] = ()
    before: Exploration = field(default_factory=Exploration)
    pauses: Sequence[PauseView] = ()
    lies: Lies = field(default_factory=dict)
    only_shared: bool = False

    def shared(self) -> Known:
        """The same without anything of her own."""
        lines = [line for line in self.lines if line.circle == Circle.SHARED.value]
        return Known(
            self.rounds, self.rhythm, lines, before=self.before.shared(), pauses=self.pauses, lies=self.lies,
            only_shared=True,
        )  # fmt: skip


@in_one_look
def known_of(person: Person, visits: Sequence[Visit]) -> dict[int, Known]:
    """Collaboration id -> what is known there, in a fixed number of queries.

    Without an account she has no pocket: nothing of her own is read then.
    """
    rounds, rhythms = rounds_by_table(person, visits), rhythms_by_table(person, visits)
    lines = fact_lines_by_table(person, visits)
    own = own_by_table(person, visits) if person.has_account else {}
    feelings = feelings_by_table(person) if person.has_account else {}
    before, pauses = explorations_by_table(person, visits, feelings), pauses_by_table(person, visits)
    lies = laid_ready(person, visits)
    return {
        key: Known(
            rounds[key],
            rhythms[key],
            lines[key],
            own.get(key),
            feelings.get(key, ()),
            before[key],
            pauses[key],
            lies[key],
        )
        for key in (visit.collaboration.pk for visit in visits)
    }


def history_of(visit: Visit, known: Known) -> History:
    """The record of one visit, for the rules."""
    running = known.rhythm.running
    weeks = running.weeks if running else 2
    noted = tuple(_entries(visit, known.lines))
    found = (*explored_entries(visit, known.before.explored), *_from_shelves(visit, known))
    return History(
        today=clock.day_of(visit.now),
        rhythm_weeks=weeks,
        rhythm_accepted_on=clock.day_of(running.accepted_at) if running and running.accepted_at else None,
        rounds=tuple(round_facts(view) for view in known.rounds),
        own_solo=_solo(known.own) if known.own else (),
        other_takes_part=visit.takes_part,
        pauses=as_facts(view.pause.span for view in known.pauses if view.pause.counts),
        entries=(*noted, *unsaid(found, noted)),
        feelings=tuple(_feeling(row) for row in known.feelings),
        stage=Stage(visit.collaboration.stage),
        kind=visit.collaboration.kind,
        **limits_of(visit, known.lies, weeks),
    )


def _from_shelves(visit: Visit, known: Known) -> Iterator[Entry]:
    for entry in entries_of(visit, known.lies):
        if entry.origin == Circle.SHARED or (visit.person.has_account and not known.only_shared):
            yield entry


def round_facts(view: RoundView) -> RoundFacts:
    """One round. Days of sending are public, answers only when both had sent and the round opened."""
    round_ = view.round
    revealed = round_.revealed_at is not None and view.mine is not None and view.theirs is not None
    return RoundFacts(
        number=round_.number,
        opened_on=round_.opened_on,
        closed_on=clock.day_of(round_.closed_at) if round_.closed_at else None,
        revealed_on=clock.day_of(round_.revealed_at) if revealed and round_.revealed_at else None,
        self_sent_on=view.my_sent_on,
        other_sent_on=view.their_sent_on,
        self_answers=view.mine.values if revealed and view.mine else None,
        other_answers=view.theirs.values if revealed and view.theirs else None,
    )


def _solo(own: OwnView) -> tuple[CheckIn, ...]:
    return tuple(CheckIn(on=one.answered_on, sent=True, values=one.values) for one in reversed(own.done))


def _feeling(row: FeelingRow) -> Feeling:
    return Feeling(clock.day_of(row.felt_at), int(row.step), bool(row.sussed), row.subject or None)


def _entries(visit: Visit, lines: Iterable[HistoryLine]) -> Iterable[Entry]:
    """The dated facts among the lines; what the app itself wrote and what is in own words alone are no facts."""
    known = facts()
    for line in lines:
        if line.what in known:
            yield Entry(
                kind=line.what,
                on=line.happened_on,
                by=_side(visit, line.seat.party_id if line.seat else None),
                about=_side(visit, line.about_party),
                data={name: _number(value) for name, value in line.data.items()},
                origin=Circle(line.circle),
                stance=_stance(line),
                key=line.public_id,
            )


def _side(visit: Visit, party: int | None) -> Side | None:
    if party is None:
        return None
    return Side.SELF if party == visit.party.pk else Side.OTHER


def _stance(line: HistoryLine) -> Stance | None:
    """How the side that did not write it answered, the latest when several did."""
    writer = line.seat.party_id if line.seat else None
    answers = [one for one in line.answers.all() if one.seat.party_id != writer]
    latest = max(answers, key=lambda one: one.answered_at, default=None)
    return Stance(latest.stance) if latest else None


def _number(value: object) -> object:
    """Amounts and hours are kept as text, so that no cent is lost; rules compare them as numbers."""
    if isinstance(value, str):
        try:
            return float(Decimal(value))
        except ArithmeticError:
            return value
    return value
