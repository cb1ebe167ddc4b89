"""Her own look at the balance, for herself: first the other's work, then her own part. Nobody else sees it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit
from samenstroom.contributions.actions.balance import keep_own_balance
from samenstroom.contributions.forms.balance import NamedForm, ShareForm
from samenstroom.contributions.queries.balance import own_balance_of
from samenstroom.contributions.wording.balance import named_in, own_bar, share_in
from samenstroom.table.page import go, posted, show


def own_balance(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The first step while nothing is named, and then the second one, with what she made of it."""
    kept = own_balance_of(visit)
    asks_name = not named_in(kept) or request.GET.get("stap") == "1"
    form: NamedForm | ShareForm
    if asks_name:
        form = NamedForm(posted(request), visit=visit, initial={"named": named_in(kept)})
    else:
        form = ShareForm(posted(request), visit=visit, initial={"share": share_in(kept)})
    if request.method == "POST" and form.is_valid():
        keep_own_balance(visit=visit, answers=form.cleaned_data)
        messages.success(request, _("Bewaard, alleen voor jou."))
        return go(request, "own_balance", visit)
    return show(
        request, visit, "workspace/balance/own.html", circle="private", status=422 if form.is_bound else 200,
        form=form, asks_name=asks_name, named=named_in(kept), bar=own_bar(visit, kept),
    )  # fmt: skip
