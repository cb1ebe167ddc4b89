"""Rounds and answers, always for one visit: one person looking at one collaboration."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from samenstroom.accounts.models import Person
from samenstroom.checkins.models import Answer, Round
from samenstroom.collaborations.visibility import private_rows, shared_rows, tables_of
from samenstroom.collaborations.visits import Visit, seat_them
from samenstroom.kit import clock


def answers_readable_by(person: Person) -> QuerySet[Answer]:
    """Answers whose content this person may read: her own, those of opened rounds, and freed ones."""
    at_my_table = Q(collaboration__in=tables_of(person), sent_at__isnull=False)
    opened = at_my_table & (Q(round__revealed_at__isnull=False) | Q(freed_at__isnull=False))
    return Answer.objects.filter(Q(person=person) | opened).select_related("round", "seat")


def sent_moments(person: Person, rounds: Iterable[Round]) -> dict[tuple[int, int], datetime]:
    """(round id, party id) -> when she sent. That someone sent is public; what she said is not in here."""
    rows = shared_rows(Answer.objects.filter(round__in=[r.pk for r in rounds]), seen_by=person)
    sent = rows.exclude(sent_at=None).values_list("round", "party", "sent_at")
    return {(round_id, party_id): moment for round_id, party_id, moment in sent if moment}


@dataclass(frozen=True)
class ReadAnswer:
    """An answer as its reader may read it: of the other's, a remark is only there when it was shared."""

    answer_id: int
    name: str
    values: Mapping[str, int | None]
    guess: int | None
    appreciation: str
    remark: str
    remark_choice: str
    remark_shared: bool
    is_sent: bool
    is_freed: bool


WORDS = ("guess", "appreciation", "remark", "remark_choice")


def read_steps(answer: Answer) -> ReadAnswer:
    """Only the steps, for pages over many tables: the words are not even decrypted."""
    return ReadAnswer(
        answer_id=answer.pk,
        name=answer.seat.first_name,
        values=answer.values,
        guess=None,
        appreciation="",
        remark="",
        remark_choice="",
        remark_shared=False,
        is_sent=answer.sent_at is not None,
        is_freed=answer.freed_at is not None,
    )


def read_answer(answer: Answer, reader: Person) -> ReadAnswer:
    """Strip what this reader may not read. Only called on answers of `answers_readable_by`."""
    own = answer.person_id == reader.pk
    shared = answer.remark_choice == Answer.RaiseChoice.NOW or answer.remark_shared_at is not None
    return ReadAnswer(
        answer_id=answer.pk,
        name=answer.seat.first_name,
        values=answer.values,
        guess=answer.guess if own else None,
        appreciation=answer.appreciation,
        remark=answer.remark if own or shared else "",
        remark_choice=answer.remark_choice if own else "",
        remark_shared=shared,
        is_sent=answer.sent_at is not None,
        is_freed=answer.freed_at is not None,
    )


@dataclass(frozen=True)
class RoundView:
    """One round as this visit may see it. `theirs` is None unless it opened or was freed.

    `mine` is None also when she erased what she had sent and what never opened.
    """

    round: Round
    mine: ReadAnswer | None
    theirs: ReadAnswer | None
    my_sent_on: date | None
    their_sent_on: date | None

    @property
    def i_sent(self) -> bool:
        return self.my_sent_on is not None

    @property
    def they_sent(self) -> bool:
        return self.their_sent_on is not None

    @property
    def is_open(self) -> bool:
        """Still waiting for answers."""
        return self.round.revealed_at is None and self.round.closed_at is None

    @property
    def is_revealed(self) -> bool:
        return self.round.revealed_at is not None

    @property
    def waits_for_me(self) -> bool:
        return self.is_open and not self.i_sent

    @property
    def can_free(self) -> bool:
        """Closed with one answer, hers, that she has not freed."""
        closed = self.round.closed_at is not None and not self.is_revealed
        return bool(closed and self.mine and self.mine.is_sent and not self.mine.is_freed)


def _day(moment: datetime | None) -> date | None:
    return clock.day_of(moment) if moment else None


Readable = Mapping[tuple[int, int], ReadAnswer]


def rounds_of(visit: Visit) -> list[RoundView]:
    """All rounds of this collaboration, newest first."""
    rounds = shared_rows(Round.objects.filter(collaboration=visit.collaboration), seen_by=visit.person)
    return round_views(visit, list(rounds.order_by("-number")))


def opened_before(visit: Visit, round_: Round) -> date | None:
    """The day on which the round before this one opened; None for the first."""
    rounds = shared_rows(Round.objects.filter(collaboration=visit.collaboration), seen_by=visit.person)
    earlier = rounds.filter(number__lt=round_.number).order_by("-opened_on")
    return earlier.values_list("opened_on", flat=True).first()


def rounds_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, list[RoundView]]:
    """Collaboration id -> its rounds with steps only, newest first; three queries for any number of tables."""
    tables = {visit.collaboration.pk: visit for visit in visits}
    rounds = list(shared_rows(Round.objects.filter(collaboration__in=tables), seen_by=person).order_by("-number"))
    sent = sent_moments(person, rounds)
    rows = answers_readable_by(person).filter(collaboration__in=tables).defer(*WORDS)
    answers = list(rows.select_related(None))
    seat_them(answers, visits)
    readable = {(answer.round_id, answer.party_id): read_steps(answer) for answer in answers}
    found: dict[int, list[RoundView]] = {key: [] for key in tables}
    for round_ in rounds:
        table = round_.collaboration_id
        found[table].append(_round_view(tables[table], round_, sent, readable))
    return found


def own_answers_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, list[Answer]]:
    """Collaboration id -> what she herself sent in rounds there, opened or not, newest first; one query."""
    found: dict[int, list[Answer]] = {visit.collaboration.pk: [] for visit in visits}
    rows = private_rows(Answer.objects.filter(collaboration__in=found), seen_by=person).exclude(sent_at=None)
    for one in rows.select_related("round").defer(*WORDS).order_by("-round__number"):
        found[one.collaboration_id].append(one)
    return found


def round_views(visit: Visit, rounds: Sequence[Round]) -> list[RoundView]:
    """The given rounds with what this visit may see of them, in two queries however many there are."""
    sent = sent_moments(visit.person, rounds)
    answers = answers_readable_by(visit.person).filter(round__in=[r.pk for r in rounds])
    readable = {(answer.round_id, answer.party_id): read_answer(answer, visit.person) for answer in answers}
    return [_round_view(visit, round_, sent, readable) for round_ in rounds]


def _round_view(
    visit: Visit,
    round_: Round,
    sent: Mapping[tuple[int, int], datetime],
    readable: Readable,
) -> RoundView:
    mine, theirs = readable.get((round_.pk, visit.party.pk)), readable.get((round_.pk, visit.other_party.pk))
    was_erased = mine is not None and mine.is_sent and not mine.values
    return RoundView(
        round=round_,
        mine=None if was_erased else mine,
        theirs=theirs if theirs and theirs.is_sent else None,
        my_sent_on=_day(sent.get((round_.pk, visit.party.pk))),
        their_sent_on=_day(sent.get((round_.pk, visit.other_party.pk))),
    )


def round_on(visit: Visit, day: date) -> RoundView | None:
    """The round that opened on this day, or None when there is none at this table."""
    rows = shared_rows(Round.objects.filter(collaboration=visit.collaboration), seen_by=visit.person)
    found = list(rows.filter(opened_on=day))
    return round_views(visit, found)[0] if found else None
