"""All collaborations of one person that run now, side by side: from what is hers to read, in a fixed number of queries.

Tables where she only reads along are somebody else's. Examples count only while she has nothing else (`counted.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from samenstroom.accounts.models import Person
from samenstroom.collaborations.visits import Visit
from samenstroom.contributions.queries.invoices import InvoiceView, invoices_by_table
from samenstroom.exploring.models import Asked, Feeling
from samenstroom.exploring.queries.feelings import feelings_by_table
from samenstroom.exploring.queries.room import amount, as_ask, asked_by_table, room_of
from samenstroom.kit import clock
from samenstroom.rules.dimensions import FLOW
from samenstroom.rules.learning.heading import Heading, heading_of
from samenstroom.rules.life_cycle import LIVE, Stage
from samenstroom.rules.room import Ask, Sum, leans_on, picture, shares
from samenstroom.watch.attention import attention
from samenstroom.watch.item import Item
from samenstroom.watch.overview import Table, tables_of_person

from .counted import counted

YEAR = timedelta(days=365)
"""How far back invoices count for the share of income."""
AT_LEAST = 2
"""With the income of one collaboration there is nothing to compare."""


@dataclass(frozen=True)
class Running:
    """One collaboration that runs. `flow` is her own newest answer, `theirs` the other's in the newest opened round."""

    visit: Visit
    flow: int | None
    heading: Heading
    theirs: int | None
    energy: int | None
    feeling: Feeling | None
    hours: Decimal | None
    share: int | None
    next_up: Item | None

    @property
    def name(self) -> str:
        return self.visit.collaboration.name


@dataclass(frozen=True)
class Share:
    """What one collaboration brings, as a whole per cent of all that is known."""

    visit: Visit
    part: int
    money: Decimal

    @property
    def name(self) -> str:
        return self.visit.collaboration.name


@dataclass(frozen=True)
class Income:
    """Where income comes from. `billed`: by invoices of the last year, otherwise by what she filled in.

    `leans`: the one that brings more than half of it. Parts by name; empty with fewer than two.
    """

    billed: bool
    since: date
    parts: Sequence[Share]
    leans: Share | None


@dataclass(frozen=True)
class Overview:
    """Everything that runs, by name: nobody is ranked and nothing is added up to one number."""

    running: Sequence[Running]
    room: Sum
    unknown: Sequence[str]
    income: Income


def overview_of(person: Person, now: datetime) -> Overview:
    """What runs now and what it asks, brings and needs."""
    tables = tables_of_person(person, now)
    own = counted([one.visit for one in tables if one.visit.speaks])
    live = [one for one in own if Stage(one.collaboration.stage) in LIVE]
    asked, feelings = asked_by_table(person, live), feelings_by_table(person)
    income = _income(invoices_by_table(person, own), asked, own, clock.day_of(now))
    part_of = {one.visit.collaboration.pk: one.part for one in income.parts}
    by_key = {one.visit.collaboration.pk: one for one in tables}
    due = _first_due(tables, clock.day_of(now))
    running = [
        _running(by_key[key], asked.get(key), feelings.get(key, ()), part_of.get(key), due)
        for visit in sorted(live, key=lambda one: (one.collaboration.name.casefold(), one.collaboration.pk))
        for key in (visit.collaboration.pk,)
    ]
    kept = room_of(person)
    hours = picture(_asks(asked, live), amount(kept.hours) if kept else None, None).hours
    unknown = [one.name for one in running if one.hours is None]
    return Overview(running, hours, unknown, income)


def _running(
    table: Table, asked: Asked | None, feelings: Sequence[Feeling], share: int | None, due: Mapping[str, Item]
) -> Running:
    flows = _flows(table)
    return Running(
        visit=table.visit,
        flow=flows[-1] if flows else None,
        heading=heading_of(flows),
        theirs=_theirs(table),
        energy=asked.energy if asked else None,
        feeling=feelings[-1] if feelings else None,
        hours=amount(asked.hours) if asked else None,
        share=share,
        next_up=due.get(table.visit.collaboration.public_id),
    )


def _flows(table: Table) -> list[int]:
    """Her own answers, sent in a round or for herself, oldest first; what she could not say is left out."""
    rounds = [(one.round.opened_on, one.mine.values) for one in table.rounds if one.mine and one.mine.is_sent]
    own = [(one.answered_on, one.values) for one in table.own.done]
    ordered = sorted(rounds + own, key=lambda pair: pair[0])
    return [int(values[FLOW] or 0) for _on, values in ordered if values.get(FLOW)]


def _theirs(table: Table) -> int | None:
    """What the other said in the newest round that is open for both; a sealed answer is not there."""
    opened = table.last_revealed
    said = opened.theirs.values.get(FLOW) if opened and opened.theirs else None
    return int(said) if said else None


def _first_due(tables: Sequence[Table], today: date) -> dict[str, Item]:
    """Public id of a collaboration -> the heaviest thing that asks attention there."""
    found: dict[str, Item] = {}
    for item in attention(tables, today):
        found.setdefault(item.collaboration, item)
    return found


def _asks(asked: Mapping[int, Asked], visits: Iterable[Visit]) -> list[Ask]:
    """What those that run ask of her week: a collaboration that runs here runs, whatever was ticked."""
    found = [as_ask(asked[one.collaboration.pk]) for one in visits if one.collaboration.pk in asked]
    return [Ask(one.key, one.hours, one.income, is_running=True) for one in found]


def _income(
    invoices: Mapping[int, Sequence[InvoiceView]], asked: Mapping[int, Asked], own: Sequence[Visit], today: date
) -> Income:
    """By invoices of a year, also where the work is over; with fewer than two such by what she filled in."""
    since = today - YEAR
    billed = {
        visit.collaboration.pk: sum(
            (one.amount for one in invoices[visit.collaboration.pk] if _counts(one, since, today)), Decimal(0)
        )
        for visit in own
    }
    by_bills = [Ask(str(key), None, total, is_running=True) for key, total in billed.items() if total]
    by_word = _asks(asked, own)
    is_billed = len(by_bills) >= AT_LEAST
    asks = by_bills if is_billed else by_word
    visits, found, leaning = {str(one.collaboration.pk): one for one in own}, shares(asks), leans_on(asks)
    parts = [Share(visits[one.key], found[one.key], one.income or Decimal(0)) for one in asks if one.key in found]
    leans = next((one for one in parts if leaning and str(one.visit.collaboration.pk) == leaning[0]), None)
    told = sorted(parts, key=lambda one: one.name.casefold()) if len(parts) >= AT_LEAST else []
    return Income(is_billed, since, told, leans)


def _counts(one: InvoiceView, since: date, today: date) -> bool:
    return one.i_sent and one.counts and since < one.invoice.issued_on <= today
