"""A farewell in calm steps, for her alone: the task list, how it ends, laying it aside and letting it go."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenstroom.collaborations.actions import move_own_stage
from samenstroom.collaborations.queries import own_stage_of
from samenstroom.collaborations.visits import Visit
from samenstroom.farewell.actions import farewells as actions
from samenstroom.farewell.forms.farewells import WayForm
from samenstroom.farewell.queries.endings import EndingView, ending_of
from samenstroom.farewell.queries.farewells import farewell_of
from samenstroom.farewell.wording.farewells import farewell_texts, named, way_of
from samenstroom.rules.life_cycle import Stage
from samenstroom.table.page import address, go, posted, show

from .goodbye_rows import later_rows, lesson_row, step_rows, telling_rows

if TYPE_CHECKING:
    from samenstroom.farewell.models import Farewell

Page = Callable[..., HttpResponse]


def with_farewell(page: Page) -> Page:
    """A page of a farewell she began; without one, also when she let it go in another tab, she is at the beginning."""

    @wraps(page)
    def inside(request: HttpRequest, visit: Visit, **parts: Any) -> HttpResponse:
        found = farewell_of(visit)
        if found is None:
            return go(request, "farewell", visit)
        try:
            return page(request, visit, found, **parts)
        except actions.GoneError:
            messages.info(request, _("Dit afscheid heb je losgelaten. Bewaar je tekst, of begin opnieuw."))
            return go(request, "farewell", visit)

    return inside


def farewell(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Her steps as a list; before she began: how does it end?"""
    found, ending = farewell_of(visit), ending_of(visit)
    if found is None:
        return _begin(request, visit, ending)
    way = way_of(found)
    own = own_stage_of(visit)
    is_own_farewell = (own.stage if own else visit.collaboration.stage) == Stage.FAREWELL.value
    return show(
        request, visit, "workspace/goodbye/hub.html", circle="private",
        farewell=found, way=way, lead=named(way["lead"], visit), ending=ending,
        confirm_at=_confirm_at(request, visit, ending), rows=step_rows(request, visit, found),
        telling=telling_rows(request, visit, found, ending), later=later_rows(request, visit),
        lesson=[lesson_row(request, visit, found)], offers_stage=not is_own_farewell,
    )  # fmt: skip


def _begin(request: HttpRequest, visit: Visit, ending: EndingView | None) -> HttpResponse:
    """Beginning asks one thing. When the other ended it, her own way is there already, for her to change."""
    by_other = ending is not None and not ending.i_announced
    form = WayForm(posted(request), initial={"way": "left" if by_other else ""})
    if request.method == "POST" and form.is_valid():
        actions.start_farewell(visit=visit, way=form.cleaned_data["way"])
        return go(request, "farewell", visit)
    return show(
        request, visit, "workspace/goodbye/begin.html", circle="private", status=422 if form.is_bound else 200,
        form=form, texts=farewell_texts()["start"], hints=form.hints(), ending=ending,
        confirm_at=_confirm_at(request, visit, ending),
    )  # fmt: skip


def _confirm_at(request: HttpRequest, visit: Visit, ending: EndingView | None) -> str:
    """Where she says that she read it, when the other announced the end."""
    return address(request, "ending", visit) if ending and not ending.i_announced else ""


@with_farewell
def way(request: HttpRequest, visit: Visit, found: Farewell) -> HttpResponse:
    """It ends in another way than she thought; what she wrote stays."""
    form = WayForm(posted(request), initial={"way": found.way})
    if request.method == "POST" and form.is_valid():
        actions.choose_way(farewell=found, way=form.cleaned_data["way"])
        messages.success(request, _("Bewaard. Wat je schreef, staat er nog."))
        return go(request, "farewell", visit)
    return show(
        request, visit, "workspace/goodbye/way.html", circle="private", status=422 if form.is_bound else 200,
        form=form, texts=farewell_texts()["start"], hints=form.hints(),
    )  # fmt: skip


@require_POST
@with_farewell
def own_stage(request: HttpRequest, visit: Visit, found: Farewell) -> HttpResponse:
    """Her own stage becomes farewell; the shared one stays where it is."""
    move_own_stage(person=visit.person, collaboration=found.collaboration, stage=Stage.FAREWELL.value, now=visit.now)
    messages.success(request, _("Bewaard. Alleen jij ziet waar je voor jezelf staat."))
    return go(request, "farewell", visit)


@require_POST
@with_farewell
def aside(request: HttpRequest, visit: Visit, found: Farewell) -> HttpResponse:
    """Lay it aside for now, or take it up again."""
    if "up" in request.POST:
        actions.note_moments(farewell=found, aside=False)
        return go(request, "farewell", visit)
    actions.note_moments(farewell=found, aside=True)
    messages.success(request, _("Opzij gelegd. Wat je schreef, blijft bewaard."))
    return go(request, "collaboration", visit)


@with_farewell
def let_go(request: HttpRequest, visit: Visit, found: Farewell) -> HttpResponse:
    """Throw it away: asked once more, then gone."""
    if request.method == "POST":
        actions.let_go(farewell=found)
        messages.success(request, _("Losgelaten. Er staat niets meer van dit afscheid."))
        return go(request, "collaboration", visit)
    return show(request, visit, "workspace/goodbye/let_go.html", circle="private", ending=ending_of(visit))
