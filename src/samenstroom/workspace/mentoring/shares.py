"""What she shows a mentor: by kind or one thing, each with exactly what will be seen, and stopping at any moment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenstroom.adjusting.queries.companions import companion_by_id
from samenstroom.adjusting.wording.companions import companion_page, what_it_means
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.flows.mentors import ask_to_look_along, tell_other
from samenstroom.kit import clock
from samenstroom.learning.actions import shares as actions
from samenstroom.learning.forms.mentors import CalledForm, ShowKindForm
from samenstroom.learning.queries.mentors import companion_of, live_shares
from samenstroom.learning.queries.sight import called_at, offered_by, shown_by, tables_to_show
from samenstroom.learning.showing import KINDS, page_of
from samenstroom.table.page import posted
from samenstroom.table.read import mark_of, reads_otherwise_now
from samenstroom.workspace.access import person_of, visit_or_404, with_account

from .access import kind_or_404, mentorship_or_404, share_or_404, table_to_show_or_404
from .mentors import go

if TYPE_CHECKING:
    from samenstroom.learning.models import Mentorship
    from samenstroom.learning.showing import Kind, Reading

ALL = "alle"


@with_account
def table(request: HttpRequest, mentorship: str, collaboration: str) -> HttpResponse:
    """One collaboration, or all of them: which kinds are shown, how the other is called, and asking both."""
    found = mentorship_or_404(person_of(request), mentorship)
    reading = None if collaboration == ALL else table_to_show_or_404(found, collaboration)
    page: dict[str, Any] = {"mentorship": found, "place": collaboration, "table": reading, "circle": "private"}
    shares = live_shares(found)
    page["kinds"] = [(kind, _state(shares, kind, reading)) for kind in KINDS]
    form = CalledForm()
    if reading:
        shows_name, called = called_at(found, visit_or_404(found.person, collaboration))
        start = {"how": "name" if shows_name else "word", "called": called}
        form = CalledForm(posted(request), initial=start)
        if form.is_bound and form.is_valid():
            return _call(request, found, reading, form)
        page |= _both(found, collaboration)
    status = 422 if form.is_bound else 200
    return render(request, "workspace/mentors/table.html", {**page, "form": form}, status=status)


def _state(shares: list[Any], kind: Kind, reading: Reading | None) -> str:
    """How it stands with one kind here, in a word."""
    if reading is None:
        found = [one for one in shares if one.what["kind"] == kind.name and one.collaboration_id is None]
    else:
        found = shown_by(shares, kind.name, reading.collaboration)
    if any(not one.what.get("item") for one in found):
        return _("Laat je zien")
    return _("Een deel") if found else ""


def _both(found: Mentorship, collaboration: str) -> dict[str, Any]:
    """What both of the table were asked, as it stands."""
    visit = visit_or_404(found.person, collaboration)
    view = companion_by_id(visit, companion_of(found, visit))
    live = view is not None and (view.is_proposed or view.counts)
    can_ask = not live and visit.takes_part and visit.speaks and found.is_on(clock.day_of(visit.now))
    return {"visit": visit, "asked": companion_page(visit, view) if view else None, "can_ask": can_ask}


def _call(request: HttpRequest, found: Mentorship, reading: Reading, form: CalledForm) -> HttpResponse:
    given = form.cleaned_data
    try:
        actions.call_other(
            mentorship=found, collaboration=reading.collaboration, shows_name=given["how"] == "name",
            called=given["called"],
        )  # fmt: skip
        messages.success(request, _("Bewaard."))
    except NotAllowedError:
        messages.info(request, _("Dit is voorbij."))
    return _to_table(found, reading.collaboration.public_id)


@with_account
def kind(request: HttpRequest, mentorship: str, collaboration: str, kind: str) -> HttpResponse:
    """Exactly what would be seen of one kind, before it is shown; then with or without what comes later."""
    found, what = mentorship_or_404(person_of(request), mentorship), kind_or_404(kind)
    form = ShowKindForm(posted(request), initial={"reach": "later"}, goes_on=what.goes_on)
    if collaboration == ALL:
        readings = tables_to_show(found, clock.now())
    else:
        readings = [table_to_show_or_404(found, collaboration)]
    offered = offered_by(what, found, readings)
    read = mark_of({str(key): [(one.item, one.title, one.day) for one in items] for key, items in offered.items()})
    is_other = request.method == "POST" and reads_otherwise_now(request, read)
    if request.method == "POST" and form.is_valid() and not is_other:
        return _show_kind(request, found, what, None if collaboration == ALL else readings[0], form)
    shares = live_shares(found)
    page = {
        "mentorship": found, "place": collaboration, "kind": what, "form": form, "circle": "private",
        "read": read, "groups": [(one, offered[one.collaboration.pk]) for one in readings],
        "state": _state(shares, what, None if collaboration == ALL else readings[0]),
    }  # fmt: skip
    return render(request, "workspace/mentors/kind.html", page, status=_status(form, is_other=is_other))


def _status(form: ShowKindForm, *, is_other: bool) -> int:
    if is_other:
        return 409
    return 422 if form.is_bound else 200


def _show_kind(
    request: HttpRequest, found: Mentorship, what: Kind, reading: Reading | None, form: ShowKindForm
) -> HttpResponse:
    now, place = clock.now(), reading.collaboration if reading else None
    try:
        actions.show_kind(
            mentorship=found, kind=what.name, collaboration=place, only_now=form.cleaned_data["reach"] == "now", now=now
        )
        tell_other(mentorship=found, by=found.person, now=now)
        messages.success(request, _("%(name)s ziet dit nu. Je stopt wanneer je wilt.") % {"name": found.first_name})
    except NotAllowedError:
        messages.info(request, _("Dit is voorbij."))
    return _to_table(found, place.public_id if place else ALL)


@with_account
def item(request: HttpRequest, mentorship: str, collaboration: str, kind: str, item: str) -> HttpResponse:
    """One thing exactly as the mentor would read it; shown by a button of its own."""
    found, what = mentorship_or_404(person_of(request), mentorship), kind_or_404(kind)
    reading = table_to_show_or_404(found, collaboration)
    offered = offered_by(what, found, [reading])[reading.collaboration.pk]
    shown = next((one for one in offered if one.item == item), None)
    if shown is None:
        raise Http404
    parts = page_of(what, reading, item)
    read = mark_of(shown.title, shown.day, parts)
    if request.method == "POST" and not reads_otherwise_now(request, read):
        now = clock.now()
        try:
            actions.show_item(
                mentorship=found, kind=what.name, item=item, day=shown.day, collaboration=reading.collaboration, now=now
            )
            tell_other(mentorship=found, by=found.person, now=now)
            messages.success(request, _("%(name)s ziet dit nu. Je stopt wanneer je wilt.") % {"name": found.first_name})
        except NotAllowedError:
            messages.info(request, _("Dit is voorbij."))
        return _to_table(found, collaboration)
    page = {
        "mentorship": found, "table": reading, "kind": what, "shown": shown, "parts": parts,
        "read": read, "circle": "private",
    }  # fmt: skip
    return render(request, "workspace/mentors/item.html", page, status=409 if request.method == "POST" else 200)


@with_account
@require_POST
def stop(request: HttpRequest, mentorship: str, share: str) -> HttpResponse:
    """It is not shown any more, at once."""
    found = mentorship_or_404(person_of(request), mentorship)
    actions.stop_showing(share=share_or_404(found, share), now=clock.now())
    messages.success(request, _("Gestopt. %(name)s ziet dit niet meer.") % {"name": found.first_name})
    return go(found)


@with_account
def both(request: HttpRequest, mentorship: str, collaboration: str) -> HttpResponse:
    """Ask the other, after reading exactly what she will read. It is shared, so it takes an act of its own."""
    found = mentorship_or_404(person_of(request), mentorship)
    reading = table_to_show_or_404(found, collaboration)
    state = _both(found, collaboration)
    if not state["can_ask"]:
        return _to_table(found, collaboration)
    if request.method == "POST":
        visit = visit_or_404(found.person, collaboration)
        ask_to_look_along(mentorship=found, visit=visit)
        messages.success(request, _("Voorgelegd aan %(name)s.") % {"name": visit.other_name})
        return _to_table(found, collaboration)
    page = {
        "mentorship": found, "table": reading, "visit": state["visit"], "means": what_it_means(found.name),
        "circle": "private",
    }  # fmt: skip
    return render(request, "workspace/mentors/both.html", page)


def _to_table(found: Mentorship, place: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("workspace:mentor_table", args=[found.public_id, place]))
