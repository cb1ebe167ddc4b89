"""Disagreements on the table: the list, putting one there, the room of one, and the small acts in it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenstroom.adjusting.actions import conflicts as actions
from samenstroom.adjusting.actions.summaries import accept_sentences, take_back_sentence
from samenstroom.adjusting.forms.conflicts import SubjectForm
from samenstroom.adjusting.queries.conflicts import ConflictView, conflicts_of, version_draft
from samenstroom.adjusting.wording.conflicts import conflict_page, conflict_texts, dimension_names
from samenstroom.adjusting.wording.ladders import blind_line, step_line
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.visits import Visit
from samenstroom.flows import conflicts as flow

from .access import conflict_if_there, conflict_or_404, sentences_there
from .page import go, posted, show


def conflicts(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What lies on the table, and what was solved."""
    pages = [conflict_page(visit, one) for one in conflicts_of(visit)]
    texts = conflict_texts()
    alone = str(texts["alone_lead"]).format(name=visit.other_name)
    return show(request, visit, "table/conflict/list.html", circle="shared", pages=pages, texts=texts, alone=alone)


def open_one(request: HttpRequest, visit: Visit) -> HttpResponse:
    """One neutral subject: first exactly as it will read, then shared."""
    if not visit.speaks:
        return go(request, "conflicts", visit)
    form, do = SubjectForm(posted(request)), request.POST.get("do", "")
    texts = conflict_texts()
    if request.method == "POST" and form.is_valid() and do != "change":
        data = form.cleaned_data
        if do == "share":
            made = flow.put_conflict(visit=visit, subject=data["subject"], dimension=data["dimension"])
            said = _("Dit ligt nu op tafel.") if visit.takes_part else _("Genoteerd.")
            messages.success(request, said)
            return go(request, "conflict", visit, conflict=made.public_id)
        name = dimension_names()[data["dimension"]]
        return show(request, visit, "table/conflict/open_preview.html", circle="none", form=form, dimension=name)
    status = 422 if form.is_bound and form.errors else 200
    return show(request, visit, "table/conflict/open.html", circle="none", status=status, form=form, texts=texts)


def conflict(request: HttpRequest, visit: Visit, conflict: str) -> HttpResponse:
    """The room: both sides beside each other, what they say together, the step, the money, and how it ends."""
    view = conflict_or_404(visit, conflict)
    drafted = version_draft(visit, view.conflict) if visit.person.has_account else {}
    pair = view.pair if view.pair is not None and view.pair.is_open else None
    return show(
        request, visit, "table/conflict/conflict.html", circle="none" if drafted else "shared",
        page=conflict_page(visit, view), view=view, texts=conflict_texts(), pair=pair, drafted=bool(drafted),
        step=step_line(view), blind=_blind(visit, view),
    )  # fmt: skip


def _blind(visit: Visit, view: ConflictView) -> str:
    is_open = view.conflict.is_open
    shows = view.blind is not None or (visit.takes_part and is_open)
    return blind_line(visit, view.blind, is_open=is_open) if shows else ""


@require_POST
def answer(request: HttpRequest, visit: Visit, conflict: str) -> HttpResponse:
    """Stand behind sentences, take one back, call it solved, lay it aside or take it up."""
    view = conflict_if_there(visit, conflict)
    try:
        said = _act(visit, view, request) if view else ""
    except NotAllowedError:
        said = ""
    if said:
        messages.success(request, said)
    else:
        messages.info(request, _("Dit kan nu niet meer. Kijk hoe het er nu bij staat."))
    return go(request, "conflict", visit, conflict=conflict) if view else go(request, "conflicts", visit)


def _act(visit: Visit, view: ConflictView, request: HttpRequest) -> str:
    """Do it and say so; empty when there is nothing to do."""
    one, do = view.conflict, request.POST.get("do", "")
    sentences = sentences_there(view, request.POST.getlist("sentence"))
    if do == "accept" and sentences:
        accept_sentences(conflict=one, seat=visit.seat, sentences=sentences, now=visit.now)
        return _("Bewaard. Jullie staan hier allebei achter.")
    if do == "take_back" and sentences:
        take_back_sentence(conflict=one, seat=visit.seat, sentence=sentences[0], now=visit.now)
        return _("Weggehaald.")
    if do == "solved":
        is_solved = flow.call_it_solved(visit=visit, conflict=one)
        return _("Opgelost. Mooi gedaan.") if is_solved else _("Bewaard. Nu %(name)s nog.") % {"name": visit.other_name}
    if do == "aside":
        actions.lay_aside(conflict=one, seat=visit.seat, now=visit.now)
        return _("Opzij gelegd. Jullie kunnen het altijd weer oppakken.")
    if do == "up":
        actions.take_up(conflict=one, seat=visit.seat, now=visit.now)
        return _("Het ligt weer op tafel.")
    return ""
