"""The task list of a farewell: her own steps, and what comes after telling."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from django.http import HttpRequest
from django.urls import NoReverseMatch
from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit
from samenstroom.farewell.queries.endings import EndingView
from samenstroom.farewell.wording.farewells import StepView, steps_of
from samenstroom.kit.dates import full_date, long_date
from samenstroom.kit.language import language
from samenstroom.table.page import address

from .rows import Row

if TYPE_CHECKING:
    from samenstroom.farewell.models import Farewell

LaterRow = Callable[[HttpRequest, Visit], Row | None]

LATER_ROWS: tuple[LaterRow, ...] = ()
"""What both do after it was told (handover, settling, thanking): a function per row, in the order of the list."""


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
    url = address_if_there(request, "ending", visit)
    if ending.waits_for_me:
        hint = _("%(name)s liet weten dat het stopt. Zeg dat je het gelezen hebt.") % name
        return Row(_("Het einde"), hint, url, _("Nu jij") if visit.speaks else "", "now")
    return Row(_("Het einde"), _("Het ligt vast, voor jullie allebei."), url, _("Klaar"), "calm", "check")


def lesson_row(request: HttpRequest, visit: Visit, farewell: Farewell) -> Row:
    """How it ended and one lesson, whenever she likes."""
    hint = farewell.lesson or _("Eén woord en één les. Het mag ook later.")
    state = (_("Klaar"), "calm", "check") if farewell.moments.get("looked_back_on") and farewell.outcome else ()
    return Row(_("Hoe eindigde het?"), hint, address(request, "farewell_lesson", visit), *state)


def later_rows(request: HttpRequest, visit: Visit) -> list[Row]:
    """What both do together, as far as it is there."""
    return [row for made in LATER_ROWS if (row := made(request, visit)) is not None]


def address_if_there(request: HttpRequest, name: str, visit: Visit) -> str:
    """The address of a page that another part of the house may have; empty when it has not."""
    try:
        return address(request, name, visit)
    except NoReverseMatch:
        return ""


def _full(day: str) -> str:
    return full_date(date.fromisoformat(day), language())


def _long(day: str) -> str:
    return long_date(date.fromisoformat(day), language())
