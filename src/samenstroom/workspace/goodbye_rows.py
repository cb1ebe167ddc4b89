"""The task list of a farewell: her own steps, and what comes after telling."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from django.http import HttpRequest
from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit
from samenstroom.farewell.queries.endings import EndingView
from samenstroom.farewell.wording.farewells import StepView, steps_of
from samenstroom.kit.dates import full_date, long_date
from samenstroom.kit.language import language
from samenstroom.table.page import address

from .row import Row

if TYPE_CHECKING:
    from samenstroom.farewell.models import Farewell

LaterRow = Callable[[HttpRequest, Visit], Row | None]


def step_rows(request: HttpRequest, visit: Visit, farewell: Farewell) -> list[Row]:
    """Her private steps, with where each stands."""
    return [_step_row(request, visit, farewell, step) for step in steps_of(farewell, visit)]


def _step_row(request: HttpRequest, visit: Visit, farewell: Farewell, step: StepView) -> Row:
    url = address(request, "farewell_step", visit, step=step.id)
    hint, state, tone, icon = step.hint, "", "plain", ""
    if step.is_done:
        state, tone, icon = _("Klaar"), "calm", "check"
    elif step.is_begun:
        state, tone = _("Begonnen"), "plain"
    look_again = farewell.reflection.get("look_again_on") if step.id == "zeker-weten" else None
    if look_again and not step.is_done:
        hint = _("Je wilde er weer naar kijken op %(day)s.") % {"day": _long(look_again)}
    return Row(step.title, hint, url, state, tone, icon)


def telling_rows(request: HttpRequest, visit: Visit, farewell: Farewell, ending: EndingView | None) -> list[Row]:
    """After the steps: that it was told, and the end on record, each by an act of its own."""
    rows = []
    if farewell.way not in ("left", "unsafe"):
        told = farewell.moments.get("told_on")
        hint = _("Op %(day)s.") % {"day": _full(told)} if told else _("Noteer de dag. Alleen jij ziet dit.")
        state = (_("Klaar"), "calm", "check") if told else ("", "plain", "")
        rows.append(Row(_("Ik heb het verteld"), hint, address(request, "farewell_told", visit), *state))
    rows.append(_ending_row(request, visit, ending))
    return rows


def _ending_row(request: HttpRequest, visit: Visit, ending: EndingView | None) -> Row:
    name = {"name": visit.other_name}
    if ending is None:
        hint = _("Dit ziet %(name)s wel. Je leest eerst precies wat.") % name
        return Row(_("Leg het einde vast"), hint, address(request, "farewell_announce", visit))
    url = address(request, "ending", visit)
    if ending.waits_for_me:
        hint = _("%(name)s liet weten dat het stopt. Zeg dat je het gelezen hebt.") % name
        return Row(_("Het einde"), hint, url, _("Nu jij") if visit.speaks else "", "now")
    return Row(_("Het einde"), _("Het ligt vast, voor jullie allebei."), url, _("Klaar"), "calm", "check")


def lesson_row(request: HttpRequest, visit: Visit, farewell: Farewell) -> Row:
    """How it ended and one lesson, whenever she likes."""
    hint = farewell.lesson or _("Eén woord en één les. Het mag ook later.")
    state = (_("Klaar"), "calm", "check") if farewell.moments.get("looked_back_on") and farewell.outcome else ()
    return Row(_("Hoe eindigde het?"), hint, address(request, "farewell_lesson", visit), *state)


def _shared() -> tuple[str, str, str]:
    """What lies between the two says so, in her private list."""
    return _("Van ons samen"), "plain", "together"


def _handover_row(request: HttpRequest, visit: Visit) -> Row:
    hint = _("Wat loopt er nog, wie neemt het over, en waar staat alles?")
    return Row(_("Overdracht"), hint, address(request, "handover", visit), *_shared())


def _settlement_row(request: HttpRequest, visit: Visit) -> Row:
    hint = _("Uren, rekeningen, gegevens en rechten, tot er niets meer openstaat.")
    return Row(_("Samen afrekenen"), hint, address(request, "settlement", visit), *_shared())


def _access_row(request: HttpRequest, visit: Visit) -> Row:
    hint = _("Wie gaf wie toegang, en wie haalt het weer weg?")
    return Row(_("Toegang terug"), hint, address(request, "ending_access", visit), *_shared())


def _thanks_row(request: HttpRequest, visit: Visit) -> Row:
    hint = _("Een woord van dank, een aanbeveling, of elkaar blijven zien. Alles mag, niets moet.")
    return Row(_("Bedanken"), hint, address(request, "thanks", visit), *_shared())


LATER_ROWS: tuple[LaterRow, ...] = (_handover_row, _settlement_row, _access_row, _thanks_row)
"""What both do after it was told: a function per row, in the order of the list."""


def later_rows(request: HttpRequest, visit: Visit) -> list[Row]:
    """What both do together, as far as it is there."""
    return [row for made in LATER_ROWS if (row := made(request, visit)) is not None]


def _full(day: str) -> str:
    return full_date(date.fromisoformat(day), language())


def _long(day: str) -> str:
    return long_date(date.fromisoformat(day), language())
