"""The history of one collaboration as one party may see it: what every indicator gets, and nothing else.

`self` is the party that looks. What is sealed has no place here: an answer can only be given together with
the day on which both were revealed.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property
from typing import TypeVar, cast

from samenstroom.rules.answers import CheckIn, Values, checked
from samenstroom.rules.entries import Entry, Feeling, in_order
from samenstroom.rules.findings import SWAPPED, Side, swapped
from samenstroom.rules.life_cycle import Stage
from samenstroom.rules.visibility import Circle

Result = TypeVar("Result")

Pause = tuple[date, date | None]
"""From and until, both included; None for a pause whose end is not known."""

FRESH_ROUNDS = 6
"""What lies more than six rounds back says nothing about now any more: old facts count less."""


@dataclass(frozen=True)
class RoundFacts:
    """One round of check-ins: its days are public to both, its answers only once both were revealed.

    Raises ValueError when answers come without a reveal, or a reveal without both answers.
    """

    number: int
    opened_on: date
    closed_on: date | None = None
    revealed_on: date | None = None
    self_sent_on: date | None = None
    other_sent_on: date | None = None
    self_answers: Values | None = field(default=None, hash=False)
    other_answers: Values | None = field(default=None, hash=False)

    def __post_init__(self) -> None:
        for side in (Side.SELF, Side.OTHER):
            answers = self.answers(side)
            if (answers is None) is not (self.revealed_on is None):
                raise ValueError(f"round {self.number}: answers open together, when both have sent")
            if answers is not None:
                if self.sent_on(side) is None:
                    raise ValueError(f"round {self.number}: revealed before both had sent")
                object.__setattr__(self, f"{side}_answers", checked(answers))

    def sent_on(self, side: Side) -> date | None:
        """Return the day on which a side sent her answers; that she did is public."""
        return self.self_sent_on if side == Side.SELF else self.other_sent_on

    def answers(self, side: Side) -> Values | None:
        """Return the opened answers of a side; None as long as the round is sealed."""
        return self.self_answers if side == Side.SELF else self.other_answers


@dataclass(frozen=True)
class History:
    """One collaboration up to `today`, seen by one party.

    `own_solo` are her own check-ins apart from the rounds, `feelings` her log: both private. `entries` are dated
    facts, shared or her own. A side that does not take part is never silent.

    `stage` is the shared one, never the stage a person keeps for herself; `kind` is the kind of collaboration.
    The limits are what the agreement says, None when it is not known: days to pay, hours in one period of the
    rhythm (of `hours_side`, of whoever notes them when None), days to answer, days of notice. What is not known is not
    known; it is never taken for a no.
    """

    today: date
    rhythm_weeks: int = 2
    rhythm_accepted_on: date | None = None
    rounds: tuple[RoundFacts, ...] = ()
    own_solo: tuple[CheckIn, ...] = ()
    other_takes_part: bool = True
    self_takes_part: bool = True
    pauses: tuple[Pause, ...] = ()
    entries: tuple[Entry, ...] = ()
    feelings: tuple[Feeling, ...] = ()
    stage: Stage | None = None
    kind: str | None = None
    started_on: date | None = None
    payment_days: int | None = None
    hours_per_period: float | None = None
    hours_side: Side | None = None
    response_days: int | None = None
    notice_days: int | None = None

    def __post_init__(self) -> None:
        ordered = tuple(sorted(self.rounds, key=lambda one: one.number))
        if len({one.number for one in ordered}) < len(ordered):
            raise ValueError("two rounds with the same number")
        object.__setattr__(self, "rounds", ordered)
        object.__setattr__(self, "entries", in_order(self.entries))
        felt = sorted(self.feelings, key=lambda one: (one.on, one.step, one.sussed, one.subject or ""))
        object.__setattr__(self, "feelings", tuple(felt))

    @cached_property
    def by_kind(self) -> Mapping[str, tuple[Entry, ...]]:
        """The entries up to today, per kind, oldest first."""
        found: dict[str, list[Entry]] = {}
        for entry in self.entries:
            if entry.on <= self.today:
                found.setdefault(entry.kind, []).append(entry)
        return {kind: tuple(entries) for kind, entries in found.items()}

    @cached_property
    def _worked_out(self) -> dict[object, object]:
        return {}

    def once(self, name: object, work_out: "Callable[[History], Result]") -> "Result":
        """Return what was worked out from this history under a name; worked out at the first asking only."""
        if name not in self._worked_out:
            self._worked_out[name] = work_out(self)
        return cast("Result", self._worked_out[name])

    @cached_property
    def _places(self) -> Mapping[int, int]:
        return {id(entry): place for place, entry in enumerate(self.entries)}

    @cached_property
    def last_days(self) -> Mapping[tuple[str, Side | None], date]:
        """The newest day of each kind per party it concerns; under None the newest whomever it concerns."""
        days: dict[tuple[str, Side | None], date] = {}
        for kind, entries in self.by_kind.items():
            for entry in entries:
                days[kind, None] = days[kind, entry.whom] = entry.on
        return days

    def of(self, *kinds: str, whom: Side | None = None) -> tuple[Entry, ...]:
        """Return the entries of these kinds up to today, oldest first; only about one side when it is named."""
        lists = [self.by_kind[kind] for kind in kinds if kind in self.by_kind]
        found = lists[0] if len(lists) == 1 else self._merged(lists)
        return found if whom is None else tuple(entry for entry in found if entry.whom == whom)

    def _merged(self, lists: list[tuple[Entry, ...]]) -> tuple[Entry, ...]:
        places = self._places
        return tuple(sorted((entry for one in lists for entry in one), key=lambda entry: places[id(entry)]))

    def last_day(self, kind: str, whom: Side | None = None) -> date | None:
        """Return the newest day of a kind, about one side when it is named; None when it never happened."""
        return self.last_days.get((kind, whom))

    def takes_part(self, side: Side) -> bool:
        """Tell whether a side is in, and has sent at least one check-in: else there is nothing to fall
        silent.
        """
        is_in = self.self_takes_part if side == Side.SELF else self.other_takes_part
        return is_in and any(one.sent_on(side) for one in self.rounds)

    def opened_rounds(self) -> tuple[RoundFacts, ...]:
        """Return the rounds whose answers both can see, oldest first."""
        return tuple(one for one in self.rounds if one.revealed_on)

    def ended_on(self, index: int) -> date | None:
        """Return the day on which the round at this index was over: closed, or followed by the next; else
        None.
        """
        following = self.rounds[index + 1].opened_on if index + 1 < len(self.rounds) else None
        return self.rounds[index].closed_on or following

    def is_paused(self, start: date, end: date) -> bool:
        """Tell whether a pause touches the days from start up to, not including, end."""
        return any(begin < end and (until is None or until >= start) for begin, until in self.pauses)

    def is_fresh(self, day: date) -> bool:
        """Tell whether a fact of this day still says something about now."""
        return self.today - day <= timedelta(weeks=FRESH_ROUNDS * self.rhythm_weeks)


def mirror(history: History) -> History:
    """Return the history as the other party may see it: sides swapped, everything private left out."""
    return replace(
        history,
        rounds=tuple(_mirrored_round(one) for one in history.rounds),
        own_solo=(),
        feelings=(),
        entries=tuple(_mirrored_entry(one) for one in history.entries if one.origin == Circle.SHARED),
        other_takes_part=history.self_takes_part,
        self_takes_part=history.other_takes_part,
        hours_side=history.hours_side and swapped(history.hours_side),
    )


def shared_only(history: History) -> History:
    """Return the same history without anything that is private to who looks; itself when there is none."""
    is_private = any(one.origin != Circle.SHARED for one in history.entries)
    if not (is_private or history.own_solo or history.feelings):
        return history
    shared = tuple(one for one in history.entries if one.origin == Circle.SHARED)
    return replace(history, own_solo=(), feelings=(), entries=shared)


def up_to(history: History, day: date) -> History:
    """Return what was known on an earlier day: for "what would have warned us in March?".

    Pauses, the stage and the limits of the agreement stay as they are: since when they were known is not part of
    the record. What the other side said about an entry stays with it for the same reason.
    """
    accepted = _known(history.rhythm_accepted_on, day)
    rounds = tuple(_round_up_to(one, day) for one in history.rounds if one.opened_on <= day)
    solo = tuple(one for one in history.own_solo if one.on <= day)
    return replace(
        history,
        today=day,
        rhythm_accepted_on=accepted,
        rounds=rounds,
        own_solo=solo,
        entries=tuple(one for one in history.entries if one.on <= day),
        feelings=tuple(one for one in history.feelings if one.on <= day),
        started_on=_known(history.started_on, day),
    )


def _mirrored_entry(one: Entry) -> Entry:
    data = {SWAPPED.get(name, name): value for name, value in one.data.items()}
    by, about = (side and swapped(side) for side in (one.by, one.about))
    return replace(one, by=by, about=about, data=data)


def _mirrored_round(one: RoundFacts) -> RoundFacts:
    return replace(
        one,
        self_sent_on=one.other_sent_on,
        other_sent_on=one.self_sent_on,
        self_answers=one.other_answers,
        other_answers=one.self_answers,
    )


def _round_up_to(one: RoundFacts, day: date) -> RoundFacts:
    revealed = _known(one.revealed_on, day)
    return replace(
        one,
        closed_on=_known(one.closed_on, day),
        revealed_on=revealed,
        self_sent_on=_known(one.self_sent_on, day),
        other_sent_on=_known(one.other_sent_on, day),
        self_answers=one.self_answers if revealed else None,
        other_answers=one.other_answers if revealed else None,
    )


def _known(moment: date | None, day: date) -> date | None:
    return moment if moment is not None and moment <= day else None
