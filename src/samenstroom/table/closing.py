"""Closing: what is still open, how long it is kept, and how it was, for each apart."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.visits import Visit
from samenstroom.exchanges.actions import AlreadySentError
from samenstroom.farewell.actions.closing import close_ending, keep_closing_answers, send_closing_answers
from samenstroom.farewell.actions.keeping import agree_term, propose_term
from samenstroom.farewell.forms.settlement import TermForm
from samenstroom.farewell.forms.thanks import QuestionsForm
from samenstroom.farewell.queries.closing import closing_questions_of
from samenstroom.farewell.queries.partings import close_view, parting_of, term_of
from samenstroom.farewell.wording.closing import closing_questions, open_points, said_rows, term_words
from samenstroom.farewell.wording.endings import closed_words, ending_texts, waiting_words
from samenstroom.kit import clock

from .access import term_if_there
from .page import go, posted, show, too_late


def close(request: HttpRequest, visit: Visit) -> HttpResponse:
    """A checklist of what is still open, and the last step. Never blocked without a way on."""
    parting = parting_of(visit)
    if parting.ending is None:
        return go(request, "ending", visit)
    points = [] if parting.is_closed else open_points(visit, parting)
    if request.method == "POST":
        try:
            close_ending(ending=parting.ending.ending, seat=visit.seat, still_open=points, now=visit.now)
        except NotAllowedError:
            messages.info(request, waiting_words(visit, close_view(visit, parting.ending)))
            return go(request, "ending_close", visit)
        messages.success(request, _("Afgerond. Alles blijft leesbaar, voor jullie allebei."))
        return go(request, "ending", visit)
    term = term_of(visit)
    kept, proposed = term_words(visit, term)
    return show(
        request, visit, "table/ending/close.html", circle="shared", texts=ending_texts()["closing"], points=points,
        is_closed=parting.is_closed, closed=closed_words(parting.ending), term=term, kept=kept, proposed=proposed,
        waits="" if parting.is_closed else waiting_words(visit, close_view(visit, parting.ending)),
    )  # fmt: skip


def keep(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Propose until when both keep this."""
    form = TermForm(posted(request), today=clock.day_of(visit.now))
    if request.method == "POST" and form.is_valid():
        try:
            propose_term(seat=visit.seat, until=form.cleaned_data["until"], now=visit.now)
            messages.success(request, _("Voorgesteld aan %(name)s.") % {"name": visit.other_name})
        except NotAllowedError:
            return too_late(request, "ending_close", visit)
        return go(request, "ending_close", visit)
    return show(
        request, visit, "table/ending/keep.html", circle="shared", status=422 if form.is_bound else 200,
        form=form, texts=ending_texts()["closing"],
    )  # fmt: skip


@require_POST
def agree_keep(request: HttpRequest, visit: Visit, term: str) -> HttpResponse:
    """Say yes to how long the other wants to keep it."""
    found = term_if_there(visit, term)
    if found:
        try:
            agree_term(term=found, seat=visit.seat, now=visit.now)
            messages.success(request, _("Afgesproken."))
            return go(request, "ending_close", visit)
        except NotAllowedError:
            pass
    return too_late(request, "ending_close", visit)


def questions(request: HttpRequest, visit: Visit) -> HttpResponse:
    """How it was: kept for herself, or sent, to be opened when both have sent."""
    if parting_of(visit).ending is None:
        return go(request, "ending", visit)
    view = closing_questions_of(visit)
    kept = (view.mine if view and view.is_hers else None) or {}
    form = QuestionsForm(posted(request), questions=closing_questions(visit), kept=kept)
    if request.method == "POST" and form.is_valid():
        try:
            return _keep_answers(request, visit, form)
        except (NotAllowedError, AlreadySentError):
            messages.info(request, _("Dit ligt nu vast."))
            return go(request, "ending_questions", visit)
    is_open = view is not None and view.is_revealed
    return show(
        request, visit, "table/ending/questions.html", circle="shared" if is_open else "sealed", form=form, view=view,
        status=422 if form.is_bound else 200, texts=ending_texts()["questions"], rows=said_rows(visit, view),
    )  # fmt: skip


def _keep_answers(request: HttpRequest, visit: Visit, form: QuestionsForm) -> HttpResponse:
    answer = keep_closing_answers(seat=visit.seat, answers=form.answers(), now=visit.now)
    if "send" not in request.POST:
        messages.success(request, _("Bewaard, alleen voor jou."))
        return go(request, "ending_questions", visit)
    is_open = send_closing_answers(answer=answer, now=visit.now)
    said = _("De enveloppen zijn open.") if is_open else _("Je envelop is dicht.")
    messages.success(request, said)
    return go(request, "ending_questions", visit)
