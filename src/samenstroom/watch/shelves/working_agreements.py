"""What working agreements lay ready: their row, a proposal that waits, and within how many days both answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit
from samenstroom.planning.queries.pages import Pages
from samenstroom.planning.queries.working import working_by_table
from samenstroom.planning.wording.working import response_days, working_in_words
from samenstroom.rules.life_cycle import Stage

from .kickoff import FITS
from .shelf import Ask, Shelf, ShelfRow


def rows(visit: Visit, found: Pages) -> Iterator[ShelfRow]:
    """One row; only an offer before there is anything, and then only where it fits."""
    is_begun = bool(found.holds or found.proposed)
    if not is_begun and Stage(visit.collaboration.stage) not in FITS:
        return
    hint, is_turn = working_in_words(visit, found)
    yield ShelfRow(
        title=_("Werkafspraken"),
        hint=hint,
        page="working_agreements",
        state=_("Nu jij") if is_turn else "",
        tone="now" if is_turn else "plain",
        icon="clock",
        is_offer=not is_begun,
        both=_("Hoe jullie elkaar vinden, hoe snel, en hoe jullie praten.") if is_begun else "",
    )


def asks(visit: Visit, found: Pages) -> Iterator[Ask]:
    """A proposal that waits for her yes."""
    if visit.speaks and found.proposed and found.proposed.waits_for_yes:
        yield Ask(
            77, "clock", _("%(name)s stelt werkafspraken voor") % {"name": visit.other_name},
            _("Zeg ja, of stel het anders voor."), _("Bekijk de afspraken"), "working_agreements",
        )  # fmt: skip


def limits(_visit: Visit, found: Pages) -> Mapping[str, Any]:
    """Within how many days both answer, once it holds. What a signed agreement says about it goes before this."""
    days = response_days(found.holds.page.content) if found.holds else None
    return {"response_days": days} if days else {}


SHELF = Shelf("working_agreements", working_by_table, rows, asks, limits=limits)
