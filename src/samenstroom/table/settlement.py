"""Settling: what is still open, how it stands for each, and one closing text that both accept."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.visits import Visit
from samenstroom.farewell.actions import settlement as actions
from samenstroom.farewell.actions.statements import accept_statement, note_statement, propose_statement
from samenstroom.farewell.forms.settlement import DataForm, ItemForm, StatementForm
from samenstroom.farewell.queries.partings import closed_on
from samenstroom.farewell.queries.settlement import items_of, offers_of, statement_of, still_open
from samenstroom.farewell.wording.endings import ending_texts
from samenstroom.farewell.wording.settlement import in_one_line, item_page, offer_page, statement_page
from samenstroom.kit.language import language
from samenstroom.kit.numbers import as_typed, read_decimal

from .access import item_if_there, statement_if_there
from .page import go, posted, show, too_late


def settlement(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The list, what the logbook offers, and the closing text."""
    items, lies, can_act = items_of(visit), statement_of(visit), closed_on(visit) is None
    texts = ending_texts()["settlement"]
    lead = texts["lead"] if visit.takes_part else texts["alone"].format(name=visit.other_name)
    return show(
        request, visit, "table/settlement/settlement.html", circle="shared", lead=lead, texts=texts,
        items=[item_page(visit, one, can_act=can_act) for one in items], can_act=can_act and visit.speaks,
        offers=[offer_page(one) for one in offers_of(visit, items)] if can_act and visit.speaks else [],
        statement=statement_page(visit, lies, can_act=can_act) if lies else None,
        statement_lead=ending_texts()["statement"]["lead"],
    )  # fmt: skip


def add(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Put something on the list; with `?uit=` it begins with what the logbook offers."""
    source = request.POST.get("source", "") or request.GET.get("uit", "")
    form = ItemForm(posted(request), visit=visit, source=source, initial=_offered(visit, source))
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_item(seat=visit.seat, item=form.item(), now=visit.now)
            messages.success(request, _("Op de lijst. Jullie zien dit allebei."))
        except NotAllowedError:
            return too_late(request, "settlement", visit)
        return go(request, "settlement", visit)
    hints = {one["id"]: one["hint"] for one in ending_texts()["settlement"]["kinds"]}
    return show(
        request, visit, "table/settlement/add.html", circle="shared", status=422 if form.is_bound else 200,
        form=form, hints=hints, source=source,
    )  # fmt: skip


def _offered(visit: Visit, source: str) -> dict[str, str]:
    """What an offer from the logbook fills in; she reads it and may change everything."""
    found = next((one for one in offers_of(visit, items_of(visit)) if one.line.public_id == source), None)
    if found is None:
        return {"owner": "both"}
    amount = as_typed(read_decimal(found.amount), language()) if found.amount else ""
    sent_by_me = found.line.about_party == visit.party.pk
    owner = ("other" if sent_by_me else "me") if found.is_bill else "both"
    return {"kind": found.kind, "text": offer_page(found).text, "amount": amount, "owner": owner}


@require_POST
def answer_item(request: HttpRequest, visit: Visit, item: str) -> HttpResponse:
    """For me it is done, or open after all; or take it off the list."""
    found = item_if_there(visit, item)
    act = {
        "done": (actions.tick_item, _("Genoteerd: klaar voor jou.")),
        "open": (actions.open_item, _("Genoteerd: nog open voor jou.")),
        "drop": (actions.drop_item, _("Van de lijst.")),
    }.get(request.POST.get("do", ""))
    if found and act:
        try:
            act[0](item=found.item, seat=visit.seat, now=visit.now)
            messages.success(request, act[1])
            return go(request, "settlement", visit)
        except NotAllowedError:
            pass
    return too_late(request, "settlement", visit)


def end_of_data(request: HttpRequest, visit: Visit, item: str) -> HttpResponse:
    """Given back or erased, on which day, and how."""
    found = item_if_there(visit, item)
    if found is None or not found.is_data:
        return go(request, "settlement", visit)
    kept = {name: getattr(found.item, name) for name in ("end", "end_on", "end_words")}
    form = DataForm(posted(request), initial=kept)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            actions.choose_end_of_data(
                item=found.item, seat=visit.seat, end=data["end"], on=data["end_on"], words=data["end_words"],
                now=visit.now,
            )  # fmt: skip
            messages.success(request, _("Bewaard. Jullie zien dit allebei."))
        except NotAllowedError:
            return too_late(request, "settlement", visit)
        return go(request, "settlement", visit)
    return show(
        request, visit, "table/settlement/data.html", circle="shared", status=422 if form.is_bound else 200,
        form=form, texts=ending_texts()["settlement"], item=found.item,
    )  # fmt: skip


def statement(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Propose one closing text, or change the one that lies there."""
    lies = statement_of(visit)
    open_items = [(one.item.public_id, in_one_line(one.item)) for one in still_open(visit, items_of(visit))]
    texts = ending_texts()["statement"]
    words = lies.statement.words if lies else texts["words_except" if open_items else "words"]
    named = set(lies.statement.except_for) if lies else {text for _key, text in open_items}
    initial = {"words": words, "except_for": [key for key, text in open_items if text in named]}
    form = StatementForm(posted(request), open_items=open_items, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            propose_statement(
                seat=visit.seat, words=form.cleaned_data["words"], except_for=form.named(), now=visit.now
            )  # fmt: skip
            messages.success(request, _("Voorgesteld. Het geldt als jullie allebei ja zeggen."))
        except NotAllowedError:
            return too_late(request, "settlement", visit)
        return go(request, "settlement", visit)
    return show(
        request, visit, "table/settlement/statement.html", circle="shared", status=422 if form.is_bound else 200,
        form=form, texts=texts, lies=lies,
    )  # fmt: skip


@require_POST
def answer_statement(request: HttpRequest, visit: Visit, statement: str) -> HttpResponse:
    """Accept exactly this text, or note one's own while the other takes no part."""
    found = statement_if_there(visit, statement)
    act = {
        "accept": (accept_statement, _("Aangenomen. Jullie hebben afgerekend.")),
        "note": (note_statement, _("Genoteerd. Er staat bij dat het niet bevestigd is.")),
    }.get(request.POST.get("do", ""))
    if found and act:
        try:
            act[0](statement=found.statement, seat=visit.seat, now=visit.now)
            messages.success(request, act[1])
            return go(request, "settlement", visit)
        except NotAllowedError:
            pass
    return too_late(request, "settlement", visit)
