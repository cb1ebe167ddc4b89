"""Blind proposals as one visit may see them: her own limit, that the other sent, and a middle once the two met."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet

from samenstroom.accounts.models import Person
from samenstroom.adjusting.models import BlindAnswer, BlindLimit, BlindRound
from samenstroom.collaborations.visibility import private_rows, shared_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.rules.blind import rounds_left


@dataclass(frozen=True)
class BlindView:
    """All rounds of one disagreement for who looks. `mine` is her own limit in the round that is open."""

    rounds: tuple[BlindRound, ...]
    i_sent: bool
    they_sent: bool
    mine: Decimal | None
    my_answer: bool | None
    their_answer: bool | None
    i_receive: bool

    @property
    def running(self) -> BlindRound | None:
        return next((one for one in self.rounds if one.is_open), None)

    @property
    def compared(self) -> int:
        return sum(1 for one in self.rounds if one.compared_at)

    @property
    def left(self) -> int:
        """How often both may still name a limit; the round that is open counts as one of them."""
        return 0 if self.middle is not None else rounds_left(self.compared)

    @property
    def middle(self) -> Decimal | None:
        return next((Decimal(str(one.middle)) for one in self.rounds if one.middle), None)

    @property
    def is_agreed(self) -> bool:
        return self.my_answer is True and self.their_answer is True

    @property
    def is_stopped(self) -> bool:
        return bool(self.rounds) and self.rounds[-1].stopped_at is not None

    @property
    def can_send(self) -> bool:
        return bool(self.rounds) and not self.is_stopped and self.left > 0

    @property
    def waits_for_me(self) -> bool:
        """The other named a limit and I did not, or a middle came out and I did not say anything to it."""
        if self.middle is not None:
            return self.my_answer is None
        return self.running is not None and self.they_sent and not self.i_sent


def limits_readable_by(person: Person) -> QuerySet[BlindLimit]:
    """Her own limits and nobody else's, whatever came out."""
    return private_rows(BlindLimit.objects.all(), seen_by=person)


def blind_by_conflict(person: Person, visits: Mapping[int, Visit], conflicts: Sequence[int]) -> dict[int, BlindView]:
    """Conflict id -> its blind proposal, where one was started; four queries at most for any number of them."""
    rows = shared_rows(BlindRound.objects.filter(conflict__in=conflicts), seen_by=person)
    rounds = list(rows.order_by("started_at", "pk"))
    if not rounds:
        return {}
    keys = [one.pk for one in rounds]
    sent = shared_rows(BlindLimit.objects.filter(round__in=keys), seen_by=person).values_list("round", "party")
    sent_by = set(sent)
    mine = {one.round_id: Decimal(str(one.amount)) for one in limits_readable_by(person).filter(round__in=keys)}
    answers = shared_rows(BlindAnswer.objects.filter(round__in=keys), seen_by=person).select_related("seat")
    said = {(one.round_id, one.seat.party_id): one.says_yes for one in answers}
    found: dict[int, list[BlindRound]] = {}
    for one in rounds:
        found.setdefault(one.conflict_id, []).append(one)
    return {key: _view(visits[of[0].collaboration_id], of, sent_by, mine, said) for key, of in found.items()}


def _view(
    visit: Visit,
    rounds: Sequence[BlindRound],
    sent: set[tuple[int, int]],
    mine: Mapping[int, Decimal],
    said: Mapping[tuple[int, int], bool],
) -> BlindView:
    last, me, other = rounds[-1], visit.party.pk, visit.other_party.pk
    met = next((one for one in rounds if one.middle), None)
    return BlindView(
        rounds=tuple(rounds),
        i_sent=last.is_open and (last.pk, me) in sent,
        they_sent=last.is_open and (last.pk, other) in sent,
        mine=mine.get(last.pk) if last.is_open else None,
        my_answer=said.get((met.pk, me)) if met else None,
        their_answer=said.get((met.pk, other)) if met else None,
        i_receive=last.receiver_id == me,
    )
