"""The red-flag scan: one question per page, savable halfway, locked when finished, repeatable. Only for her."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenstroom.adjusting.actions.talks import start_talk
from samenstroom.adjusting.queries.talks import talks_of
from samenstroom.collaborations.visits import Visit
from samenstroom.exploring.actions.scans import (
    FinishedError,
    answer_question,
    finish_scan,
    start_scan,
    throw_scan_away,
)
from samenstroom.exploring.flags import all_questions, reading_of
from samenstroom.exploring.forms.scans import ScanAnswerForm
from samenstroom.exploring.queries.scans import draft_of, scan_before, scans_of
from samenstroom.exploring.wording.own_questions import own_asked
from samenstroom.exploring.wording.scan_changes import compare_page
from samenstroom.exploring.wording.scan_questions import (
    QuestionPage,
    answers_to_check,
    progress,
    question_page,
    resume_at,
    scan_texts,
)
from samenstroom.exploring.wording.scans import flag_text, result_page
from samenstroom.learning.queries.lessons import taken_up
from samenstroom.learning.wording.lessons import shown_at
from samenstroom.rules.lessons import Place
from samenstroom.table.page import address, go, show

from .access import scan_or_404
from .onward import onward_from
from .scan_own import own_answers, to_next_own
from .scan_sent import is_left_empty, sent_answer

if TYPE_CHECKING:
    from samenstroom.exploring.models import Scan

BACK_TO_CHECK = "nakijken"


def scan(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What a scan is, the one she began, the ones she finished; a POST begins or goes on."""
    if request.method == "POST":
        return _go_on(request, visit, start_scan(visit=visit))
    draft = draft_of(visit)
    return show(
        request, visit, "workspace/scan/start.html", circle="private",
        texts=scan_texts()["start"], draft=draft, progress=progress(draft) if draft else "",
        total=len(all_questions()), scans=list(scans_of(visit)),
    )  # fmt: skip


def _go_on(request: HttpRequest, visit: Visit, found: Scan) -> HttpResponse:
    number = resume_at(found)
    if number > len(all_questions()):
        return go(request, "scan_check", visit)
    return go(request, "scan_step", visit, number=number)


def step(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """One question; her answer is kept at once."""
    draft = draft_of(visit)
    page = question_page(visit, draft, number)
    if page is None:
        raise Http404
    if draft is None and request.method != "POST":
        return go(request, "scan", visit)
    form = ScanAnswerForm(sent_answer(request), page=page)
    if form.is_bound and is_left_empty(form):
        return go(request, "scan", visit)
    if form.is_valid() and _keep(draft, page, form):
        return _after(request, visit, page)
    return show(
        request, visit, "workspace/scan/question.html", circle="private", status=422 if form.is_bound else 200,
        page=page, form=form, **_previous(request, visit, number),
    )  # fmt: skip


def _keep(draft: Scan | None, page: QuestionPage, form: ScanAnswerForm) -> bool:
    """Keep the answer; when the scan was finished in another tab, say so and leave her words where they are."""
    given = form.cleaned_data
    try:
        if draft is None:
            raise FinishedError
        answer_question(scan=draft, question=page.id, given=given["given"], note=given["note"], turn=given["turn"])
    except FinishedError:
        form.add_error(None, _("Deze scan is intussen afgerond. Bewaar je tekst ergens, of begin een nieuwe scan."))
        return False
    return True


def _after(request: HttpRequest, visit: Visit, page: QuestionPage) -> HttpResponse:
    if "later" in request.POST:
        messages.success(request, _("Bewaard. Je kunt later verder gaan waar je was."))
        return go(request, "scan", visit)
    if BACK_TO_CHECK in request.GET:
        return go(request, "scan_check", visit)
    if page.is_last:
        return to_next_own(request, visit, draft_of(visit))
    return go(request, "scan_step", visit, number=page.number + 1)


def _previous(request: HttpRequest, visit: Visit, number: int) -> dict[str, str]:
    """Where the link above the question leads, and its words."""
    if BACK_TO_CHECK in request.GET:
        return {"previous": address(request, "scan_check", visit), "previous_words": _("Terug naar je antwoorden")}
    if number == 1:
        return {"previous": address(request, "scan", visit), "previous_words": _("Terug naar het begin")}
    return {"previous": address(request, "scan_step", visit, number=number - 1), "previous_words": _("Vorige vraag")}


def check(request: HttpRequest, visit: Visit) -> HttpResponse:
    """All answers on one page, with a way to change each; finishing is an act."""
    draft = draft_of(visit)
    if draft is None:
        return go(request, "scan", visit)
    if request.method == "POST":
        finish_scan(scan=draft, now=visit.now)
        messages.success(request, _("Je scan is afgerond en staat op slot. Alleen jij ziet hem."))
        return go(request, "scan_result", visit, scan=draft.public_id)
    parts = [
        {"title": part.title, "answers": [
            {"label": one.label, "text": one.text,
             "url": f"{address(request, 'scan_step', visit, number=one.number)}?{BACK_TO_CHECK}"}
            for one in part.answers
        ]}
        for part in answers_to_check(visit, draft)
    ]  # fmt: skip
    own = own_answers(request, visit, draft, BACK_TO_CHECK)
    if own:
        parts.append({"title": _("Je eigen vragen"), "answers": own})
    return show(request, visit, "workspace/scan/check.html", circle="private", texts=scan_texts()["check"], parts=parts)


def result(request: HttpRequest, visit: Visit, scan: str) -> HttpResponse:
    """What waves, why, and what she can do with it."""
    found, without = scan_or_404(visit, scan), taken_up(visit.person)
    page = result_page(visit, found)
    return show(
        request, visit, "workspace/scan/result.html", circle="private",
        scan=found, page=page, texts=scan_texts()["result"], own=own_asked(found),
        lessons=[one for one in page.lessons if one.look_back not in without],
        lessons_here=shown_at(visit, Place.DECISION),
        onward=onward_from(visit, found, scan_before(visit, found)),
    )  # fmt: skip


def compare(request: HttpRequest, visit: Visit, scan: str, earlier: str) -> HttpResponse:
    """Two finished scans side by side, in words."""
    now, then = scan_or_404(visit, scan), scan_or_404(visit, earlier)
    return show(
        request, visit, "workspace/scan/compare.html", circle="private",
        scan=now, page=compare_page(visit, then, now), texts=scan_texts()["compare"],
    )  # fmt: skip


@require_POST
def talk(request: HttpRequest, visit: Visit, scan: str, flag: str) -> HttpResponse:
    """Prepare a talk that begins with the sentence of one flag; pressing twice leads to the same talk."""
    reading = next((one for one in reading_of(scan_or_404(visit, scan)).flags if one.flag.id == flag), None)
    if reading is None:
        raise Http404
    text = flag_text(reading, visit)
    subject = text.title if reading.waves else text.question
    begun = next((one for one in talks_of(visit) if one.subject == subject and one.held_on is None), None)
    begun = begun or start_talk(
        visit=visit, subject=subject, offered=[text.note] if text.note else [], opening=text.say
    )
    return go(request, "talk_step", visit, talk=begun.public_id, number=1)


@require_POST
def discard(request: HttpRequest, visit: Visit, scan: str) -> HttpResponseRedirect:
    """Throw a scan away, finished or not."""
    throw_scan_away(scan=scan_or_404(visit, scan, or_draft=True))
    messages.success(request, _("Weggegooid."))
    return go(request, "scan", visit)
