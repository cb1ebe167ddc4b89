"""What was signed elsewhere and waits for her word; its row is the one of the agreement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from samenstroom.agreements.queries.elsewhere import ElsewhereView, elsewhere_by_table
from samenstroom.collaborations.visits import Visit

from .shelf import Ask, Shelf

WEIGHT = 78


def _asks(visit: Visit, views: Sequence[ElsewhereView]) -> Iterable[Ask]:
    waiting = next((one for one in views if one.waits_for_me), None)
    if waiting is None or not visit.speaks:
        return
    yield Ask(
        weight=WEIGHT,
        icon="sign",
        title=_("%(name)s noteerde wat jullie elders tekenden") % {"name": visit.other_name},
        line=_("Kijk of het zo is. Dan rekent alles hier met dezelfde afspraken."),
        act=_("Kijk of het klopt"),
        page="agreement_version",
        parts={"number": waiting.version.number},
    )


SHELF = Shelf(name="elsewhere", gather=elsewhere_by_table, asks=_asks)
