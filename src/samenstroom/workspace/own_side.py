"""Her own side of one collaboration: an outline for later, and erasing what is hers alone. Nobody else can tell."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit
from samenstroom.farewell.queries.partings import term_of
from samenstroom.kit.dates import full_date
from samenstroom.kit.language import language
from samenstroom.learning.actions.outlines import may_have_outline, wish_outline
from samenstroom.privacy.actions.own_side import erase_own_side
from samenstroom.privacy.forms.own_side import EraseOwnForm
from samenstroom.privacy.queries.own_side import goes_as_a_whole, is_over, outline_here
from samenstroom.privacy.wording.kept import own_rows_here, texts
from samenstroom.table.page import go, posted, show


def own_side(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What is hers here, what stays of it on the agreed day, and the way to erasing it."""
    if request.method == "POST":
        if may_have_outline(visit):
            wish_outline(visit=visit, wanted=request.POST.get("outline") == "yes")
            messages.success(request, _("Bewaard."))
        return go(request, "own_side", visit)
    agreed = term_of(visit).agreed
    return show(
        request, visit, "workspace/own_side/own_side.html", circle="private", texts=texts()["own_side"],
        rows=own_rows_here(visit), is_over=is_over(visit), outline=outline_here(visit),
        day=full_date(agreed.until, language()) if agreed and may_have_outline(visit) else "",
    )  # fmt: skip


def erase(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What goes, what stays and why, what the other sees; then one choice and a yes."""
    if not is_over(visit):
        return go(request, "own_side", visit)
    words = texts()["own_side"]
    form = EraseOwnForm(posted(request), texts=words, asks_outline=may_have_outline(visit))
    if form.is_valid():
        is_whole = erase_own_side(visit=visit, keeps_outline=form.keeps_outline)
        messages.success(request, _("Gewist. Wat alleen van jou was, staat hier niet meer."))
        if is_whole:
            return HttpResponseRedirect(reverse("workspace:collaborations"))
        return go(request, "collaboration", visit)
    return show(
        request, visit, "workspace/own_side/erase.html", circle="private", status=422 if form.is_bound else 200,
        form=form, texts=words, rows=own_rows_here(visit), is_whole=goes_as_a_whole(visit),
    )  # fmt: skip
