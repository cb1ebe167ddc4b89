"""Somebody who looks along with both: a yes that is asked, and that it is so. Nothing is offered here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from samenstroom.adjusting.queries.companions import CompanionView, companions_by_table
from samenstroom.collaborations.visits import Visit

from .shelf import Ask, Shelf, ShelfRow

Lies = Sequence[CompanionView]


def _rows(visit: Visit, lies: Lies) -> Iterator[ShelfRow]:
    live = [one for one in lies if one.is_proposed or one.counts]
    if not live:
        return
    is_turn = visit.speaks and any(one.waits_for_yes for one in live)
    on = next((one for one in live if one.counts), None)
    hint = _("%(who)s kijkt mee met jullie.") if on else _("Er is gevraagd of %(who)s mag meekijken.")
    hint %= {"who": (on or live[0]).companion.name}
    state, tone = (_("Nu jij"), "now") if is_turn else ("", "plain")
    yield ShelfRow(_("Meekijken"), hint, "companion", state=state, tone=tone, icon="eye", both=hint)


def _asks(visit: Visit, lies: Lies) -> Iterator[Ask]:
    one = next((one for one in lies if one.waits_for_yes), None)
    if one and visit.speaks:
        words = {"name": visit.other_name, "who": one.companion.name}
        title = _("%(name)s vraagt of %(who)s mag meekijken") % words
        yield Ask(79, "eye", title, _("Ja en nee zijn allebei goed."), _("Lees wat het betekent"), "companion")


SHELF = Shelf("companions", companions_by_table, _rows, _asks)
