"""The history of one collaboration as one party may see it: what every indicator gets, and nothing else.

`self` is the party that looks. What is sealed has no place here: an answer can only be given together with
the day on which both were revealed.
"""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from samenstroom.rules.answers import CheckIn, Values, checked
from samenstroom.rules.findings import Side

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

    `own_solo` are her own check-ins apart from the rounds: private. A side that does not take part is never
    silent.
    """

    today: date
    rhythm_weeks: int = 2
    rhythm_accepted_on: date | None = None
    rounds: tuple[RoundFacts, ...] = ()
    own_solo: tuple[CheckIn, ...] = ()
    other_takes_part: bool = True
    self_takes_part: bool = True
    pauses: tuple[Pause, ...] = ()

    def __post_init__(self) -> None:
        ordered = tuple(sorted(self.rounds, key=lambda one: one.number))
        if len({one.number for one in ordered}) < len(ordered):
            raise ValueError("two rounds with the same number")
        object.__setattr__(self, "rounds", ordered)

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
        other_takes_part=history.self_takes_part,
        self_takes_part=history.other_takes_part,
    )


def up_to(history: History, day: date) -> History:
    """Return what was known on an earlier day: for "what would have warned us in March?".

    Pauses stay as they are: when they were announced is not part of the record.
    """
    accepted = _known(history.rhythm_accepted_on, day)
    rounds = tuple(_round_up_to(one, day) for one in history.rounds if one.opened_on <= day)
    solo = tuple(one for one in history.own_solo if one.on <= day)
    return replace(history, today=day, rhythm_accepted_on=accepted, rounds=rounds, own_solo=solo)


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
