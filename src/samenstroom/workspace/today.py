"""Vandaag: at most three things that need attention, and the rest at rest."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from samenstroom.exploring.forms.feelings import FeelingForm
from samenstroom.flows.addresses import state_of_address
from samenstroom.kit import clock
from samenstroom.learning.attention import accompanied
from samenstroom.watch.arrivals import arrivals
from samenstroom.watch.attention import MOST, attention
from samenstroom.watch.item import Item
from samenstroom.watch.overview import card_of, tables_of_person

from .access import person_of, with_account


@with_account
def today(request: HttpRequest) -> HttpResponse:
    """What needs attention now, over all collaborations, in order of importance."""
    person, now = person_of(request), clock.now()
    tables = tables_of_person(person, now)
    cards = [card_of(table) for table in tables]
    along = accompanied(person, clock.day_of(now))
    items = attention(tables, clock.day_of(now), [*arrivals(person), *along.items])
    page = {
        "address_state": state_of_address(person),
        "greeting": greeting(now, person.first_name),
        "lead": lead(len(items), has_tables=bool(tables or items)),
        "today": clock.day_of(now),
        "items": [(item, address_of(item)) for item in items[:MOST]],
        "more": [(item, address_of(item)) for item in items[MOST:]],
        "cards": cards,
        "is_mentor": along.is_mentor,
        "has_demo": any(card.mark for card in cards),
        "feeling": FeelingForm(tables=[table.visit for table in tables], today=clock.day_of(now)),
        "circle": "none",
    }
    return render(request, "workspace/today.html", page)


def lead(count: int, *, has_tables: bool) -> str:
    """How many things ask attention, and that the rest is calm. Never more than three at once."""
    if not has_tables:
        return _("Fijn dat je er bent. Er hoeft vandaag nog niets.")
    if count > MOST:
        return _("Drie dingen vragen vandaag je aandacht. De rest mag wachten.")
    return [
        _("Niets vraagt vandaag je aandacht. Alles loopt rustig."),
        _("Eén ding vraagt vandaag je aandacht. De rest loopt rustig."),
        _("Twee dingen vragen vandaag je aandacht. De rest loopt rustig."),
        _("Drie dingen vragen vandaag je aandacht. De rest loopt rustig."),
    ][count]


def address_of(item: Item) -> str:
    """Where the act of an item leads, behind this door."""
    table = {"collaboration": item.collaboration} if item.collaboration else {}
    return reverse(f"workspace:{item.page}", kwargs={**table, **dict(item.parts)})


def greeting(now: datetime, name: str) -> str:
    """A greeting that fits the hour in Amsterdam."""
    hour = now.astimezone(clock.AMSTERDAM).hour
    if hour < 6:
        return _("Goedenacht, %(name)s") % {"name": name}
    if hour < 12:
        return _("Goedemorgen, %(name)s") % {"name": name}
    if hour < 18:
        return _("Goedemiddag, %(name)s") % {"name": name}
    return _("Goedenavond, %(name)s") % {"name": name}
