"""A disagreement between two: each act that the other should know of, with a mail that says no more than that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from samenstroom.adjusting.actions.blind import send_limit, start_blind
from samenstroom.adjusting.actions.conflicts import give_parts, give_together, open_conflict, say_solved
from samenstroom.adjusting.actions.ladders import move_ladder
from samenstroom.adjusting.actions.summaries import SentenceTerms, propose_sentences
from samenstroom.adjusting.models import BlindRound, Conflict, LadderMove, SummarySentence
from samenstroom.collaborations.models import Party
from samenstroom.collaborations.visits import Visit
from samenstroom.rules.ladder import Ladder, Step

from .letters import letter_to


def put_conflict(*, visit: Visit, subject: str, dimension: str) -> Conflict:
    """Put it on the table and tell the other that something lies there, once; alone it is noted and nobody is told."""
    made = open_conflict(
        seat=visit.seat, subject=subject, dimension=dimension, other_takes_part=visit.takes_part, now=visit.now
    )
    if visit.takes_part:
        letter_to(visit.other_party).queue("conflict_opened", f"conflict:{made.public_id}", visit.now)
    return made


def tell_now(*, visit: Visit, conflict: Conflict, parts: Mapping[str, str]) -> int:
    """Give these parts; the other is told that there is something new. Returns how many were new."""
    made = give_parts(conflict=conflict, seat=visit.seat, parts=parts, now=visit.now)
    if made:
        _tell_news(visit, conflict, "told")
    return made


def tell_together(*, visit: Visit, conflict: Conflict, parts: Mapping[str, str]) -> bool:
    """Close the envelope; the other is told, the same whatever is in it. True when both opened."""
    is_open = give_together(conflict=conflict, seat=visit.seat, parts=parts, now=visit.now)
    _tell_news(visit, conflict, "opened" if is_open else "sealed")
    return is_open


def suggest_sentences(
    *,
    visit: Visit,
    conflict: Conflict,
    sentences: Sequence[SentenceTerms],
    instead_of: SummarySentence | None = None,
) -> list[SummarySentence]:
    """Propose sentences to stand behind together; the other is told that there is something new."""
    made = propose_sentences(
        conflict=conflict,
        seat=visit.seat,
        sentences=sentences,
        other_takes_part=visit.takes_part,
        now=visit.now,
        instead_of=instead_of,
    )
    if made:
        _tell_news(visit, conflict, "sentences")
    return made


def call_it_solved(*, visit: Visit, conflict: Conflict) -> bool:
    """Say that it is solved for her side; the other is told that there is something new. True when it is solved."""
    is_solved = say_solved(conflict=conflict, seat=visit.seat, other_takes_part=visit.takes_part, now=visit.now)
    if not is_solved:
        _tell_news(visit, conflict, "solved")
    return is_solved


def take_step(*, visit: Visit, conflict: Conflict, ladder: Ladder, step: Step, on: date) -> LadderMove:
    """Take a step of the ladder; the other is told that a step was taken, not which."""
    made = move_ladder(
        conflict=conflict,
        seat=visit.seat,
        ladder=ladder,
        step=step,
        on=on,
        other_takes_part=visit.takes_part,
        now=visit.now,
    )
    if visit.takes_part:
        letter_to(visit.other_party).queue("conflict_step", f"step:{conflict.public_id}:{made.pk}", visit.now)
    return made


def propose_blind(*, visit: Visit, conflict: Conflict, receiver: Party) -> BlindRound:
    """Propose that both name a limit; the other is told that there is something new."""
    made = start_blind(
        conflict=conflict,
        seat=visit.seat,
        receiver=receiver,
        other_takes_part=visit.takes_part,
        now=visit.now,
    )
    _tell_news(visit, conflict, f"blind-{made.public_id}")
    return made


def name_limit(*, visit: Visit, conflict: Conflict, amount: Decimal) -> bool:
    """Name a limit, closed. The other is told that there is something new, once a round and whatever came out of it."""
    is_compared = send_limit(conflict=conflict, seat=visit.seat, amount=amount, now=visit.now)
    rounds = BlindRound.objects.filter(conflict=conflict).count()
    _tell_news(visit, conflict, f"limit-{rounds}-{'compared' if is_compared else 'sent'}")
    return is_compared


def _tell_news(visit: Visit, conflict: Conflict, what: str) -> None:
    """One mail for each thing of each side on each day; what it is stands on the page alone."""
    if visit.takes_part:
        key = f"conflict:{conflict.public_id}:{what}:{visit.party.pk}:{visit.now:%Y-%m-%d}"
        letter_to(visit.other_party).queue("conflict_news", key, visit.now)
