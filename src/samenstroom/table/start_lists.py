"""The three lists of a start: who can get in where, what has to be ready, and risks. One page each, the same shape."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.visits import Visit
from samenstroom.planning.actions.start_lists import (
    EntryTerms,
    add_entries,
    change_entry,
    drop_entry,
    finish_entry,
    reopen_entry,
)
from samenstroom.planning.forms.start_lists import FORMS, EntryForm, IdeasForm
from samenstroom.planning.queries.start_lists import entries_of
from samenstroom.planning.wording.start_lists import entry_row, ideas_for, start_texts

from .access import start_entry_or_404
from .page import Page, go, posted, show

PAGES_OF = {"access": "accesses_register", "ready": "onboarding", "risk": "risks"}


def list_page(kind: str) -> Page:
    """The page of one list: what is on it, a form for one more, and ideas that fit this kind of collaboration."""

    def page(request: HttpRequest, visit: Visit) -> HttpResponse:
        known = entries_of(visit, kind)
        ideas = ideas_for(visit, kind, known)
        picks = IdeasForm(request.POST if "ideas" in request.POST else None, ideas=ideas)
        data = posted(request) if "ideas" not in request.POST else None
        form = FORMS[kind](data, visit=visit, kind=kind)
        entries = _wanted(form, picks)
        if request.method == "POST" and entries:
            _add(request, visit, kind, entries)
            return go(request, PAGES_OF[kind], visit)
        return show(
            request, visit, "table/start_list/list.html", circle="shared",
            status=422 if form.is_bound or picks.is_bound else 200, form=form, picks=picks, ideas=ideas, kind=kind,
            rows=[entry_row(visit, row) for row in known], texts=start_texts(kind), item_page=f"{PAGES_OF[kind]}_item",
        )  # fmt: skip

    return page


def _wanted(form: EntryForm, picks: IdeasForm) -> list[EntryTerms]:
    if picks.is_bound and picks.is_valid():
        return [EntryTerms({"what": idea}) for idea in picks.cleaned_data["picked"]]
    return [form.terms()] if form.is_bound and form.is_valid() else []


def _add(request: HttpRequest, visit: Visit, kind: str, entries: list[EntryTerms]) -> None:
    made = add_entries(seat=visit.seat, kind=kind, entries=entries, now=visit.now)
    if made:
        messages.success(request, _("Op de lijst. Jullie zien dit allebei."))
    else:
        messages.info(request, _("Dit stond er al."))


ACTS = {"done": finish_entry, "open": reopen_entry, "drop": drop_entry}


def item_page(kind: str) -> Page:
    """One entry: change it, say that it is done, or take it off."""

    def page(request: HttpRequest, visit: Visit, entry: str) -> HttpResponse:
        found, do = start_entry_or_404(visit, kind, entry), request.POST.get("do", "")
        form = FORMS[kind](
            request.POST if request.method == "POST" and do not in ACTS else None, visit=visit, kind=kind, entry=found
        )
        try:
            if do in ACTS and request.method == "POST":
                ACTS[do](entry=found, seat=visit.seat, now=visit.now)
                messages.success(request, _("Bewaard. Jullie zien dit allebei."))
                return go(request, PAGES_OF[kind], visit)
            if form.is_bound and form.is_valid():
                change_entry(entry=found, seat=visit.seat, terms=form.terms(), now=visit.now)
                messages.success(request, _("Bewaard. Jullie zien dit allebei."))
                return go(request, PAGES_OF[kind], visit)
        except NotAllowedError:
            messages.info(request, _("Dit kan nu niet meer. Kijk hoe het er nu bij staat."))
            return go(request, PAGES_OF[kind], visit)
        return show(
            request, visit, "table/start_list/item.html", circle="shared", status=422 if form.is_bound else 200,
            form=form, row=entry_row(visit, found), texts=start_texts(kind), up=PAGES_OF[kind], kind=kind,
        )  # fmt: skip

    return page
