"""Questions of her own at the end of a scan: lessons that she lets come back there. Only for her."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit
from samenstroom.exploring.actions.scans import FinishedError, answer_question
from samenstroom.exploring.flags import kept
from samenstroom.exploring.forms.scans import ScanAnswerForm
from samenstroom.exploring.queries.scans import draft_of
from samenstroom.exploring.wording.own_questions import OWN
from samenstroom.exploring.wording.scan_questions import QuestionPage, answer_words, question_page
from samenstroom.learning.queries.lessons import Returning, returning
from samenstroom.learning.wording.lessons import origin_words
from samenstroom.rules.lessons import Place
from samenstroom.table.page import address, go, show

from .scan_sent import is_left_empty, sent_answer

if TYPE_CHECKING:
    from samenstroom.exploring.models import Scan


def own_pages(visit: Visit, scan: Scan | None) -> list[QuestionPage]:
    """One page for each question of her own that comes back here."""
    found = returning(visit, Place.SCAN)
    return [_page(visit, scan, one, number, len(found)) for number, one in enumerate(found, start=1)]


def _page(visit: Visit, scan: Scan | None, one: Returning, number: int, total: int) -> QuestionPage:
    like = question_page(visit, scan, 1)
    assert like is not None, "a scan always has a first question"
    name = OWN + one.lesson.key
    return QuestionPage(
        id=name, number=number, total=total, question=str(one.terms["question"]), hint=origin_words(one.lesson),
        why=one.lesson.words, part=_("Je eigen vraag"), intro="", note_label=like.note_label, note_hint=like.note_hint,
        choices=like.choices, choice_hints=like.choice_hints, kept=kept(scan, name) if scan else {},
    )  # fmt: skip


def next_own(visit: Visit, scan: Scan | None, after: str = "") -> QuestionPage | None:
    """The next question of her own she has not answered; after a given one, those before it are left alone."""
    pages = own_pages(visit, scan)
    ids = [one.id for one in pages]
    rest = pages[ids.index(after) + 1 :] if after in ids else pages
    return next((one for one in rest if not one.kept), None)


def own_answers(request: HttpRequest, visit: Visit, scan: Scan, back: str) -> list[dict[str, str]]:
    """Her own questions with her answers, to check and change."""
    found = []
    for page in own_pages(visit, scan):
        label = dict(page.choices).get(page.kept["given"], "") if page.kept else ""
        url = f"{address(request, 'scan_own', visit, lesson=page.id.removeprefix(OWN))}?{back}"
        text = answer_words(label, page.kept["note"]) if page.kept else ""
        found.append({"label": page.question, "text": text, "url": url})
    return found


def own(request: HttpRequest, visit: Visit, lesson: str) -> HttpResponse:
    """One question of her own; her answer is kept at once, with how she asked it."""
    draft = draft_of(visit)
    page = next((one for one in own_pages(visit, draft) if one.id == OWN + lesson), None)
    if page is None:
        raise Http404
    if draft is None:
        return go(request, "scan", visit)
    form = ScanAnswerForm(sent_answer(request), page=page)
    if form.is_bound and is_left_empty(form):
        return go(request, "scan", visit)
    if form.is_valid():
        return _keep(request, visit, draft, page, form)
    return show(
        request, visit, "workspace/scan/question.html", circle="private", status=422 if form.is_bound else 200,
        page=page, form=form, previous=address(request, "scan", visit), previous_words=_("Terug naar het begin"),
    )  # fmt: skip


def _keep(request: HttpRequest, visit: Visit, draft: Scan, page: QuestionPage, form: ScanAnswerForm) -> HttpResponse:
    given = form.cleaned_data
    terms = next(one.terms for one in returning(visit, Place.SCAN) if OWN + one.lesson.key == page.id)
    how = {"asked": page.question, "waves_on": str(terms.get("waves_on", "yes"))}
    try:
        answer_question(
            scan=draft, question=page.id, given=given["given"], note=given["note"], turn=given["turn"], own=how
        )
    except FinishedError:
        messages.info(request, _("Deze scan is intussen afgerond. Bewaar je tekst ergens, of begin een nieuwe scan."))
        return go(request, "scan", visit)
    if "later" in request.POST:
        messages.success(request, _("Bewaard. Je kunt later verder gaan waar je was."))
        return go(request, "scan", visit)
    return to_next_own(request, visit, draft_of(visit), after=page.id)


def to_next_own(request: HttpRequest, visit: Visit, draft: Scan | None, after: str = "") -> HttpResponse:
    """On to her next own question, or to all answers together."""
    page = next_own(visit, draft, after)
    if page is None:
        return go(request, "scan_check", visit)
    return go(request, "scan_own", visit, lesson=page.id.removeprefix(OWN))
