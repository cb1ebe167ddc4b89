"""The balance as both feel it: first name the other's work, then one's own part; opened when both have sent."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.visits import Visit
from samenstroom.contributions.actions.balance import name_work, propose_balance, send_share, stop_balance
from samenstroom.contributions.forms.balance import NamedForm, ShareForm
from samenstroom.contributions.queries.balance import balance_key, balances_of
from samenstroom.contributions.wording.balance import balance_page, named_in, share_in
from samenstroom.exchanges.actions import AlreadySentError
from samenstroom.exchanges.queries import ExchangeView
from samenstroom.watch.actions import mark_seen

from .access import balance_or_404
from .page import address, door_of, go, posted, show, too_late


def balance(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What it is, how far it is, and every look that opened."""
    if request.method == "POST":
        try:
            exchange = propose_balance(visit=visit)
        except NotAllowedError:
            return too_late(request, "balance", visit)
        return go(request, "balance_step", visit, exchange=exchange.public_id, number=1)
    views = balances_of(visit)
    opened = [view for view in views if view.is_revealed]
    for view in opened[:1]:
        mark_seen(person=visit.person, key=balance_key(view), now=visit.now)
    own = address(request, "own_balance", visit) if door_of(request) == "workspace" else ""
    return show(
        request, visit, "table/balance/balance.html", circle="shared", own_url=own,
        open=next((view for view in views if view.is_open), None), pages=[balance_page(visit, one) for one in opened],
    )  # fmt: skip


def step(request: HttpRequest, visit: Visit, exchange: str, number: int) -> HttpResponse:
    """First the other's work, then her own part; the second step closes her envelope."""
    view = balance_or_404(visit, exchange)
    if number not in (1, 2):
        raise Http404
    mine = view.mine if view.is_hers else None
    if view.exchange.is_over or not visit.speaks or (number == 2 and not named_in(mine)):
        return go(request, "balance", visit)
    form: NamedForm | ShareForm
    if number == 1:
        form = NamedForm(posted(request), visit=visit, initial={"named": named_in(mine)})
    else:
        form = ShareForm(posted(request), visit=visit, initial={"share": share_in(mine)})
    if request.method == "POST" and form.is_valid():
        return _keep(request, visit, view, number, form.cleaned_data)
    return show(
        request, visit, "table/balance/step.html", circle="sealed", status=422 if form.is_bound else 200, form=form,
        view=view, number=number,
    )  # fmt: skip


def _keep(
    request: HttpRequest, visit: Visit, view: ExchangeView, number: int, given: dict[str, object]
) -> HttpResponse:
    try:
        if number == 1:
            name_work(visit=visit, exchange=view.exchange, named=str(given["named"]))
            return go(request, "balance_step", visit, exchange=view.exchange.public_id, number=2)
        is_open = send_share(visit=visit, exchange=view.exchange, share=int(str(given["share"])))
    except (NotAllowedError, AlreadySentError):
        return too_late(request, "balance", visit)
    said = _("De enveloppen zijn open.") if is_open else _("Je envelop is dicht.")
    messages.success(request, said)
    return go(request, "balance", visit)


@require_POST
def stop(request: HttpRequest, visit: Visit, exchange: str) -> HttpResponse:
    """Stop without opening."""
    view = balance_or_404(visit, exchange)
    try:
        stop_balance(visit=visit, exchange=view.exchange)
        messages.success(request, _("Gestopt. Wat je opschreef blijft dicht."))
    except NotAllowedError:
        return too_late(request, "balance", visit)
    return go(request, "balance", visit)
