"""The shelf of what both agree for when it ever stops: its row, and a proposal that waits."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit
from samenstroom.planning.queries.exit_plans import exit_plans_by_table
from samenstroom.planning.queries.pages import Pages
from samenstroom.planning.wording.exit_plans import exit_in_words

from .shelf import Ask, Shelf, ShelfRow

FITS = frozenset({"agree", "start", "work"})


def rows(visit: Visit, found: Pages) -> Iterator[ShelfRow]:
    """One row; only an offer before there is anything, and then only where it fits."""
    is_begun = bool(found.holds or found.proposed)
    if not is_begun and visit.collaboration.stage not in FITS:
        return
    hint, is_turn = exit_in_words(visit, found)
    turn = is_turn and visit.speaks
    yield ShelfRow(
        title=_("Als het ooit stopt"), hint=hint, page="exit_plan", state=_("Nu jij") if turn else "",
        tone="now" if turn else "plain", icon="walk", is_offer=not is_begun,
        both=_("Van wie wat is, en hoe jullie overdragen.") if is_begun else "",
    )  # fmt: skip


def asks(visit: Visit, found: Pages) -> Iterator[Ask]:
    """A proposal that waits for her yes."""
    if visit.speaks and found.proposed and found.proposed.waits_for_yes:
        yield Ask(
            60, "walk", _("%(name)s wil vooraf bespreken hoe jullie ooit stoppen") % {"name": visit.other_name},
            _("Zeg ja, of stel het anders voor."), _("Bekijk het voorstel"), "exit_plan",
        )  # fmt: skip


SHELF = Shelf("exit_plan", exit_plans_by_table, rows, asks)
