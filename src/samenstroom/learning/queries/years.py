"""One year of her collaborations: what began and ended, was mended, learned and appreciated, and what it brought."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from samenstroom.accounts.models import Person
from samenstroom.checkins.queries import RepairView
from samenstroom.contributions.queries.hours import ledgers_by_table
from samenstroom.contributions.queries.invoices import invoices_by_table
from samenstroom.feedback.queries.appreciations import appreciations_by_table
from samenstroom.kit import clock
from samenstroom.rules.dimensions import FLOW

from .cases import Case, at_tables
from .counted import only_examples
from .lessons import LessonView, lessons_of

HELPED = ("yes", "partly")
FLOWS_FROM = 4
"""*Goed* and *heel goed*."""


@dataclass(frozen=True)
class Mended:
    """A repair that both agreed, and of which she said that it helped, or partly."""

    case: Case
    repair: RepairView


@dataclass(frozen=True)
class Appreciated:
    """What the other side said it appreciates."""

    case: Case
    words: str
    on: date


@dataclass(frozen=True)
class Brought:
    """What one collaboration brought in the year: paid invoices of her side, and her own hours."""

    case: Case
    paid: Decimal
    hours: Decimal


@dataclass(frozen=True)
class Year:
    """One year of hers. `answers`: how often she said whether it flows; `flowed`: how often *goed* or better.

    `left_out`: of how many collaborations only an outline is left. Those know distances and no days.
    """

    year: int
    began: Sequence[Case]
    ended: Sequence[Case]
    answers: int
    flowed: int
    doubts: int
    talks: int
    mended: Sequence[Mended]
    appreciated: Sequence[Appreciated]
    learned: Sequence[LessonView]
    brought: Sequence[Brought]
    left_out: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing of it is known."""
        return not (self.began or self.ended or self.answers or self.doubts or self.learned or self.brought)


def years_of(cases: Sequence[Case], today: date) -> list[int]:
    """From the year in which she began until this one, newest first."""
    first = min((case.began_on.year for case, _visit in at_tables(cases)), default=today.year)
    return list(range(today.year, min(first, today.year) - 1, -1))


def year_of(person: Person, cases: Sequence[Case], year: int) -> Year:
    """That year over all her collaborations; eight queries on top of those of the cases."""
    outlines = sum(case.visit is None for case in cases)
    cases = [case for case, _visit in at_tables(cases)]
    steps = [values[FLOW] for case in cases for on, values in case.own_answers if on.year == year and values.get(FLOW)]
    feelings = [one for case in cases for one in case.feelings if _in(one.felt_at, year)]
    return Year(
        year=year,
        began=[case for case in reversed(cases) if case.began_on.year == year],
        ended=[case for case in reversed(cases) if case.ended_on and case.ended_on.year == year],
        answers=len(steps),
        flowed=sum(int(step or 0) >= FLOWS_FROM for step in steps),
        doubts=sum(int(one.step) < 3 or one.sussed for one in feelings),
        talks=sum(bool(one.held_on and one.held_on.year == year) for case in cases for one in case.talks),
        mended=[
            Mended(case, one)
            for case in cases
            for one in case.repairs
            if one.is_agreed and one.mine in HELPED and one.repair.look_back_on.year == year
        ],
        appreciated=sorted(_appreciated(person, cases, year), key=lambda one: one.on),
        learned=[one for one in _lessons(person) if one.when.year == year],
        brought=[one for one in _brought(person, cases, year) if one.paid or one.hours],
        left_out=outlines,
    )


def _in(moment: datetime, year: int) -> bool:
    return clock.day_of(moment).year == year


def _lessons(person: Person) -> Iterator[LessonView]:
    """Oldest first; those of examples only while she has nothing else, as with the cases."""
    examples = only_examples(person)
    yield from (one for one in reversed(lessons_of(person)) if examples or not one.is_example)


def _appreciated(person: Person, cases: Sequence[Case], year: int) -> Iterator[Appreciated]:
    here = at_tables(cases)
    by_table = appreciations_by_table(person, [visit for _case, visit in here])
    for case, visit in here:
        for one in by_table[visit.collaboration.pk]:
            if one.seat and one.seat.party_id != visit.party.pk and _in(one.given_at, year):
                yield Appreciated(case, str(one.words), clock.day_of(one.given_at))


def _brought(person: Person, cases: Sequence[Case], year: int) -> Iterator[Brought]:
    here = at_tables(cases)
    visits = [visit for _case, visit in here]
    invoices, ledgers = invoices_by_table(person, visits), ledgers_by_table(person, visits)
    for case, visit in here:
        key, party = visit.collaboration.pk, visit.party.pk
        paid = [
            one.amount
            for one in invoices[key]
            if one.i_sent and one.counts and one.invoice.paid_on and one.invoice.paid_on.year == year
        ]
        hours = [one.hours for one in ledgers[key].given(party) if one.on.year == year]
        yield Brought(case, sum(paid, Decimal(0)), sum(hours, Decimal(0)))
