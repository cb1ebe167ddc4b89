"""Advice on the table: given in exact words, answered freely, looked at later."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from samenstroom.agreements.actions.advices import answer_advice, tell_outcome, withdraw_advice
from samenstroom.agreements.forms.advices import AdviceAnswerForm, AdviceForm, OutcomeForm
from samenstroom.agreements.queries.advices import AdviceView, advices_of
from samenstroom.agreements.queries.extra_work import extra_of
from samenstroom.agreements.wording.advices import advice_page, advice_rows
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.visits import Visit
from samenstroom.flows.deals import advise

from .access.deals import advice_or_404
from .page import go, posted, show, too_late


def advices(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Every advice that was given, newest first, with what became of it."""
    pages = [advice_page(visit, one) for one in advices_of(visit)]
    return show(request, visit, "table/advice/advices.html", circle="shared", pages=pages)


def add(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Write an advice, read the exact text, and then it is shared."""
    extra = [one.work for one in extra_of(visit) if one.work.is_open]
    form = AdviceForm(posted(request), extra=extra, chosen=request.GET.get("meerwerk", ""))
    is_fine = request.method == "POST" and form.is_valid()
    if is_fine and request.POST.get("do") == "share":
        try:
            advise(visit=visit, text=form.text(), extra_work=form.work_meant())
        except NotAllowedError:
            return too_late(request, "advices", visit)
        said = _("Gedeeld met %(name)s.") if visit.takes_part else _("Genoteerd.")
        messages.success(request, said % {"name": visit.other_name})
        return go(request, "advices", visit)
    if is_fine and request.POST.get("do") != "change":
        work = form.work_meant()
        rows = advice_rows(form.text(), str(work.what) if work else "")
        return show(request, visit, "table/advice/exact.html", circle="shared", form=form, rows=rows)
    status = 422 if form.is_bound and not is_fine else 200
    return show(request, visit, "table/advice/add.html", circle="shared", form=form, status=status)


def answer(request: HttpRequest, visit: Visit, advice: str) -> HttpResponse:
    """Read it, follow it or choose otherwise; who gave it can take it back while nobody answered."""
    view = advice_or_404(visit, advice)
    form = AdviceAnswerForm(posted(request), initial={"words": view.advice.answer_words})
    if request.method == "POST" and form.is_valid():
        try:
            messages.success(request, _do(visit, view, request.POST.get("do", ""), form.cleaned_data["words"]))
        except NotAllowedError:
            return too_late(request, "advices", visit)
        return go(request, "advices", visit)
    return show(
        request, visit, "table/advice/answer.html", circle="shared", status=422 if form.is_bound else 200, form=form,
        page=advice_page(visit, view), may_answer=visit.speaks and not view.i_gave,
    )  # fmt: skip


def _do(visit: Visit, view: AdviceView, do: str, words: str) -> str:
    if do == "withdraw":
        withdraw_advice(advice=view.advice, seat=visit.seat, now=visit.now)
        return _("Van tafel.")
    answer_advice(advice=view.advice, seat=visit.seat, choice=do, words=words, now=visit.now)
    return _("Bewaard. %(name)s leest wat je koos.") % {"name": visit.other_name}


def outcome(request: HttpRequest, visit: Visit, advice: str) -> HttpResponse:
    """How it went, from either side."""
    view = advice_or_404(visit, advice)
    form = OutcomeForm(posted(request), initial={"outcome": view.advice.outcome})
    if request.method == "POST" and form.is_valid():
        try:
            tell_outcome(advice=view.advice, seat=visit.seat, outcome=form.cleaned_data["outcome"], now=visit.now)
        except NotAllowedError:
            return too_late(request, "advices", visit)
        messages.success(request, _("Bewaard."))
        return go(request, "advices", visit)
    return show(
        request, visit, "table/advice/outcome.html", circle="shared", status=422 if form.is_bound else 200,
        form=form, page=advice_page(visit, view),
    )  # fmt: skip
