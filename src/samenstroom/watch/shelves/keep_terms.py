"""The day on which what both shared is erased, once it comes near: take it along in time. The same for both."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit
from samenstroom.farewell.queries.keep_terms import days_near_by_table
from samenstroom.kit.dates import full_date
from samenstroom.kit.language import language

from .shelf import Ask, Shelf, ShelfRow


def _rows(_visit: Visit, day: date | None) -> Iterator[ShelfRow]:
    if day is None:
        return
    hint = _("Op %(day)s wordt gewist wat jullie deelden. Neem mee wat je wilt houden.") % _day(day)
    yield ShelfRow(_("Bewaard tot"), hint, "dossier", icon="clock", both=hint)
    own = _("Wil je dat het zonder namen blijft meetellen in je patronen? Dat kies je vóór die dag.")
    yield ShelfRow(_("Wat er van mij blijft"), own, "own_side", icon="clock", is_private=True)


def _asks(_visit: Visit, day: date | None) -> Iterator[Ask]:
    if day is None:
        return
    title = _("Op %(day)s wordt gewist wat jullie deelden") % _day(day)
    yield Ask(
        62, "clock", title, _("Dat spraken jullie af. Wat alleen van jou is, blijft."), _("Neem het mee"), "dossier"
    )


def _day(day: date) -> dict[str, str]:
    return {"day": full_date(day, language())}


SHELF = Shelf("keep_terms", days_near_by_table, _rows, _asks)
