"""Make the record that the rules read: one collaboration as one person may see it, and not a row more."""

from __future__ import annotations

from collections.abc import Sequence

from samenstroom.checkins.queries import OwnView, RhythmView, RoundView
from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock
from samenstroom.rules.answers import CheckIn
from samenstroom.rules.facts import History, RoundFacts


def history_of(visit: Visit, rounds: Sequence[RoundView], rhythm: RhythmView, own: OwnView | None) -> History:
    """The facts of one visit. `own` only for the person herself: it makes findings private to her."""
    running = rhythm.running
    return History(
        today=clock.day_of(visit.now),
        rhythm_weeks=running.weeks if running else 2,
        rhythm_accepted_on=clock.day_of(running.accepted_at) if running and running.accepted_at else None,
        rounds=tuple(round_facts(view) for view in rounds),
        own_solo=_solo(own) if own else (),
        other_takes_part=visit.takes_part,
    )


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
