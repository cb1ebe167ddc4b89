"""What asks attention while people adjust: a pause, a repair attempt, and one of her own."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from samenstroom.adjusting.queries.pauses import CHECKINS, proposed_pause

from .item import Item, item_of
from .overview import Table


def adjusting_items(table: Table) -> Iterator[Item]:
    """All of them for one table."""
    yield from _pause(table)
    yield from _attempt(table)
    yield from _own_attempt(table)


def checkins_rest(table: Table) -> bool:
    """Whether a pause holds in which the check-ins stand still: then nothing about them is asked."""
    return table.pause is not None and CHECKINS in table.pause.pause.still


def _pause(table: Table) -> Iterator[Item]:
    """A pause that waits for a yes, or an open one of which the day to look again has come; otherwise it rests."""
    name, proposed, running = {"name": table.visit.other_name}, proposed_pause(table.pauses), table.pause
    if proposed and proposed.waits_for_yes:
        words = (
            _("%(name)s stelt een pauze voor") % name,
            _("Zeg ja, of stel iets anders voor."),
            _("Bekijk het voorstel"),
        )
        yield item_of(table, 79, "clock", words, "pause")
    if running and running.asks_to_look:
        words = (
            _("Duurt de pauze met %(name)s nog even?") % name,
            _("Jullie wilden vandaag opnieuw kijken naar de pauze."),
            _("Bekijk de pauze"),
        )
        yield item_of(table, 58, "clock", words, "pause")


def _attempt(table: Table) -> Iterator[Item]:
    name, view = {"name": table.visit.other_name}, table.attempt
    if view is None or not table.visit.speaks:
        return
    if view.waits_for_yes:
        words = (
            _("%(name)s stelt voor om samen iets te proberen") % name,
            _("Zeg ja, of stel iets anders voor."),
            _("Bekijk het voorstel"),
        )
        yield item_of(table, 78, "talk", words, "repair_attempt")
    elif view.waits_for_look:
        line = (
            _("%(name)s heeft het gezegd. Zodra jij klaar bent, gaat het open.")
            if view.they_said
            else _("Eén vraag. Het gaat open als jullie allebei klaar zijn.")
        )
        words = (_("Hoe is het nu met %(name)s?") % name, line % name, _("Zeg hoe het is"))
        yield item_of(table, 68, "sealed", words, "repair_attempt_look", attempt=view.attempt.public_id)


def _own_attempt(table: Table) -> Iterator[Item]:
    if table.due_own_attempt:
        words = (
            _("Hoe is het nu, voor jou, met %(name)s?") % {"name": table.visit.other_name},
            _("Je probeerde iets voor jezelf. Alleen jij ziet je antwoord."),
            _("Kijk terug"),
        )
        yield item_of(
            table, 53, "talk", words, "own_attempt_look", attempt=table.due_own_attempt.public_id, is_private=True
        )
