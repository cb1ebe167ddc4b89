"""What asks attention while people say goodbye: ticks that wait, what is due, a successor's question."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .item import Item, item_of
from .overview import Table


def farewell_items(table: Table) -> Iterator[Item]:
    """All of them for one table."""
    if table.visit.speaks:
        yield from _handover(table)
        yield from _question(table)


def _handover(table: Table) -> Iterator[Item]:
    """One item for the whole plan: first what the other said, then what is due."""
    waiting, due = len(table.handover.waiting), len(table.handover.due)
    name = {"name": table.visit.other_name}
    if waiting:
        line = ngettext("%(n)s ding wacht op jouw vinkje.", "%(n)s dingen wachten op jouw vinkje.", waiting)
        words = (_("%(name)s droeg iets over. Kijk jij mee?") % name, line % {"n": waiting}, _("Bekijk de overdracht"))
        yield item_of(table, 66, "check", words, "handover")
    elif due:
        line = ngettext("%(n)s ding is nu aan de beurt.", "%(n)s dingen zijn nu aan de beurt.", due)
        words = (_("De overdracht met %(name)s") % name, line % {"n": due}, _("Bekijk de overdracht"))
        yield item_of(table, 57, "check", words, "handover")


def _question(table: Table) -> Iterator[Item]:
    if table.asking:
        words = (
            _("%(name)s stelt een vraag over het werk") % {"name": table.asking.first_name},
            _("Wie overneemt, wacht op een antwoord van een van jullie."),
            _("Lees de vraag"),
        )
        yield item_of(table, 67, "talk", words, "successor", successor=table.asking.public_id)
