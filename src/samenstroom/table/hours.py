"""Hours on the table: what is left, what one wrote down, and the other saying how it was."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import NoReverseMatch
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.visits import Visit
from samenstroom.contributions.actions import hours as actions
from samenstroom.contributions.forms.hours import ContributionForm, OtherwiseForm, QuickForm
from samenstroom.contributions.queries.hours import Ledger, ledger_of
from samenstroom.contributions.wording.hours import (
    agreed_page,
    entry_row,
    later_words,
    neighbours,
    noted_words,
    sides_left,
    span_words,
    sums,
)
from samenstroom.kit import clock
from samenstroom.rules.balance import Period, calendar_stretch

from .access import contribution_or_404
from .page import address, go, posted, show, too_late

AT_ONCE = 50
"""So many lines are confirmed at once; the next ones come after."""


def hours(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What is left, one line to add, what waits for a word, and the list of a week or a month."""
    form = QuickForm(posted(request), today=clock.day_of(visit.now))
    if request.method == "POST" and form.is_valid():
        entry = actions.add_contribution(seat=visit.seat, work=form.work, now=visit.now)
        messages.success(request, noted_words(entry))
        return go(request, "hours", visit)
    ledger = ledger_of(visit)
    lying = ledger.waiting_for(visit.party.pk) if visit.speaks else []
    waiting = [entry_row(visit, one) for one in lying[:AT_ONCE]]
    return show(
        request, visit, "table/hours/hours.html", circle="shared", status=422 if form.is_bound else 200, form=form,
        sides=sides_left(visit, ledger), waiting=waiting, later=later_words(len(lying) - len(waiting)),
        is_empty=not ledger.entries,
        agreed=[agreed_page(visit, one) for one in ledger.shown(visit.party.pk, visit.other_party.pk)],
        extra_work=_extra_work(request, visit),
        otherwise_form=OtherwiseForm(auto_id=False), **_list(request, visit, ledger),
    )  # fmt: skip


def _list(request: HttpRequest, visit: Visit, ledger: Ledger) -> dict[str, object]:
    """The entries of the week or month that was asked for; without asking the week of today."""
    per = "month" if request.GET.get("per") == "maand" else "week"
    stretch = calendar_stretch(Period(per), _asked_day(request, ledger.today))
    inside = [one for one in ledger.entries if stretch.holds(one.on)]
    before, after = neighbours(stretch, per)
    return {
        "per": per,
        "span": span_words(stretch, per),
        "sums": sums(visit, inside),
        "entries": [entry_row(visit, one) for one in inside],
        "before": before.isoformat(),
        "after": after.isoformat() if after <= ledger.today else "",
        "day": stretch.begins_on.isoformat(),
    }


def _asked_day(request: HttpRequest, today: date) -> date:
    try:
        day = date.fromisoformat(request.GET.get("dag", ""))
    except ValueError:
        return today
    return day if 1990 <= day.year <= today.year + 1 else today


def _extra_work(request: HttpRequest, visit: Visit) -> str:
    """Where more work than agreed is put on paper."""
    try:
        return address(request, "extra_work", visit)
    except NoReverseMatch:
        return ""


def add(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Write down hours, money or something else in a form."""
    form = ContributionForm(posted(request), today=clock.day_of(visit.now))
    if request.method == "POST" and form.is_valid():
        entry = actions.add_contribution(seat=visit.seat, work=form.to_work(), now=visit.now)
        messages.success(request, noted_words(entry))
        return go(request, "hours", visit)
    status = 422 if form.is_bound else 200
    return show(request, visit, "table/hours/entry.html", circle="shared", status=status, form=form, entry=None)


def change(request: HttpRequest, visit: Visit, entry: str) -> HttpResponse:
    """Change one's own entry until the other confirmed it."""
    found = contribution_or_404(visit, entry)
    row = entry_row(visit, found)
    if not row.can_change:
        return too_late(request, "hours", visit) if request.method == "POST" else go(request, "hours", visit)
    form = ContributionForm(posted(request), today=clock.day_of(visit.now), entry=found)
    if request.method == "POST" and form.is_valid():
        try:
            entry_now = actions.change_contribution(entry=found, seat=visit.seat, work=form.to_work(), now=visit.now)
        except NotAllowedError:
            return too_late(request, "hours", visit)
        messages.success(request, noted_words(entry_now))
        return go(request, "hours", visit)
    status = 422 if form.is_bound else 200
    return show(request, visit, "table/hours/entry.html", circle="shared", status=status, form=form, entry=row)


@require_POST
def confirm(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Say of one or of all that were shown: it was so."""
    seen = dict(one.split(".", 1) for one in request.POST.getlist("seen") if "." in one)
    try:
        count = actions.confirm_contributions(seen=seen, seat=visit.seat, now=visit.now)
    except NotAllowedError:
        count = 0
    if count:
        said = ngettext("Bevestigd: %(n)s regel.", "Bevestigd: %(n)s regels.", count) % {"n": count}
        messages.success(request, said)
    if count < len(seen) or not count:
        messages.info(request, _("Niet alles kon nog bevestigd worden. Kijk hoe het er nu staat."))
    return go(request, "hours", visit)


@require_POST
def answer(request: HttpRequest, visit: Visit, entry: str) -> HttpResponse:
    """See an entry of the other otherwise, or take one's own away."""
    found = contribution_or_404(visit, entry)
    try:
        if request.POST.get("do") == "remove":
            actions.remove_contribution(entry=found, seat=visit.seat, now=visit.now)
            messages.success(request, _("Weggehaald. De regel blijft te zien en telt niet mee."))
            return go(request, "hours", visit)
        form = OtherwiseForm(request.POST)
        if not form.is_valid():
            row = entry_row(visit, found)
            return show(request, visit, "table/hours/otherwise.html", circle="shared", status=422, form=form, entry=row)
        actions.see_otherwise(entry=found, seat=visit.seat, words=form.cleaned_data["words"], now=visit.now)
        messages.success(request, _("Bewaard. %(name)s leest hoe jij het ziet.") % {"name": visit.other_name})
    except NotAllowedError:
        return too_late(request, "hours", visit)
    return go(request, "hours", visit)
