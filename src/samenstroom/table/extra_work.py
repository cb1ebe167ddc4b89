"""Extra work on the table: ask, price, say yes with one tap, or let it be."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenstroom.agreements.actions.extra_work import OfferTerms, drop_extra
from samenstroom.agreements.forms.extra_work import ExtraForm, OfferForm
from samenstroom.agreements.queries.extra_work import ExtraView, agreed_extra_work_by_table, extra_of
from samenstroom.agreements.wording.extra_work import extra_page, total_words
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.visits import Visit
from samenstroom.flows.deals import price_extra, put_extra, say_yes_to_extra
from samenstroom.kit import clock

from .access.deals import extra_if_there, extra_or_404
from .page import go, posted, show, too_late


def extra_work(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What lies there and whose turn it is, what was agreed, and what did not go on."""
    views = extra_of(visit)
    agreed = agreed_extra_work_by_table(visit.person, [visit])[visit.collaboration.pk]
    return show(
        request, visit, "table/extra_work/extra_work.html", circle="shared",
        open=[extra_page(visit, one) for one in views if one.work.is_open],
        agreed=[extra_page(visit, one) for one in views if one.work.agreed_at],
        dropped=[extra_page(visit, one) for one in views if one.work.dropped_at],
        total=total_words(agreed),
    )  # fmt: skip


def add(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Something extra, in three fields."""
    form = ExtraForm(posted(request), today=clock.day_of(visit.now), visit=visit)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            put_extra(
                visit=visit, what=data["what"], terms=form.terms(), other_asked=data["who"] == "other",
                is_agreed=bool(data.get("is_agreed")),
            )  # fmt: skip
        except NotAllowedError:
            return too_late(request, "extra_work", visit)
        said = _("Verstuurd aan %(name)s.") if visit.takes_part else _("Genoteerd.")
        messages.success(request, said % {"name": visit.other_name})
        return go(request, "extra_work", visit)
    return show(
        request, visit, "table/extra_work/add.html", circle="shared", status=422 if form.is_bound else 200, form=form
    )


def counter(request: HttpRequest, visit: Visit, work: str) -> HttpResponse:
    """A price, or another one; hours; another day."""
    view = extra_or_404(visit, work)
    form = OfferForm(posted(request), today=clock.day_of(visit.now), offer=view.work.offer)
    if request.method == "POST" and form.is_valid():
        try:
            price_extra(visit=visit, work=view.work, terms=form.terms())
        except NotAllowedError:
            return too_late(request, "extra_work", visit)
        said = _("Voorgesteld aan %(name)s.") if visit.takes_part else _("Genoteerd.")
        messages.success(request, said % {"name": visit.other_name})
        return go(request, "extra_work", visit)
    return show(
        request, visit, "table/extra_work/counter.html", circle="shared", status=422 if form.is_bound else 200,
        form=form, page=extra_page(visit, view),
    )  # fmt: skip


@require_POST
def answer(request: HttpRequest, visit: Visit, work: str) -> HttpResponse:
    """Say yes, say it belongs to the work already, or let it be."""
    view, do = extra_if_there(visit, work), request.POST.get("do", "")
    try:
        if view is None:
            raise NotAllowedError
        messages.success(request, _do(visit, view, do, request.POST.get("offer", "")))
    except NotAllowedError:
        return too_late(request, "extra_work", visit)
    return go(request, "extra_work", visit)


def _do(visit: Visit, view: ExtraView, do: str, read: str) -> str:
    if do == "agree":
        say_yes_to_extra(visit=visit, work=view.work, read=read)
        return _("Afgesproken. Jullie zien dit allebei.") if visit.takes_part else _("Genoteerd.")
    if do == "free":
        terms = OfferTerms(hours=view.work.hours, is_free=True, due_on=view.work.due_on)
        price_extra(visit=visit, work=view.work, terms=terms)
        return _("Bewaard: het hoort erbij.")
    if do == "drop":
        drop_extra(work=view.work, seat=visit.seat, now=visit.now)
        return _("Van tafel.")
    raise NotAllowedError
