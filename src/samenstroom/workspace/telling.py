"""Telling a no or a not now, in her own words. Nothing is sent by the app: she copies, mails or calls."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit
from samenstroom.exploring.actions.decisions import write_telling
from samenstroom.exploring.forms.telling import LetterForm, SentencesForm, ToldForm
from samenstroom.exploring.wording.telling import decline_texts, guide_of, hints_for, text_of, version_of
from samenstroom.kit import clock
from samenstroom.rules.decisions import REFUSALS, Choice
from samenstroom.table.page import go, posted, show

from .access import decision_or_404

if TYPE_CHECKING:
    from samenstroom.exploring.models import Decision


def _refusal_or_404(visit: Visit, decision: str) -> Decision:
    found = decision_or_404(visit, decision)
    if Choice(found.choice) not in REFUSALS:
        raise Http404
    return found


def sentences(request: HttpRequest, visit: Visit, decision: str) -> HttpResponse:
    """Her own sentences, by a few prompts."""
    found = _refusal_or_404(visit, decision)
    form = SentencesForm(posted(request), parts=found.telling.get("parts", {}))
    if request.method == "POST" and form.is_valid():
        write_telling(decision=found, parts=form.cleaned_data)
        if "later" in request.POST:
            messages.success(request, _("Bewaard. Je kunt later verder gaan waar je was."))
            return go(request, "decision_made", visit, decision=decision)
        return go(request, "decline_text", visit, decision=decision, version="kort-app")
    return show(
        request, visit, "workspace/telling/sentences.html", circle="private", status=422 if form.is_bound else 200,
        decision=found, form=form,
    )  # fmt: skip


def letter(request: HttpRequest, visit: Visit, decision: str, version: str) -> HttpResponse:
    """One version as one text: hers to change, kept as a draft, with hints beside it."""
    found, words = _refusal_or_404(visit, decision), version_of(version)
    if words is None:
        raise Http404
    texts: dict[str, str] = dict(found.telling.get("texts", {}))
    if request.method == "POST" and "again" in request.POST:
        texts.pop(version, None)
        write_telling(decision=found, texts=texts)
        return go(request, "decline_text", visit, decision=decision, version=version)
    text = texts.get(version) or text_of(words, found.telling.get("parts", {}), visit)
    form = LetterForm(posted(request), initial={"text": text})
    if request.method == "POST" and form.is_valid():
        kept = form.cleaned_data["text"].replace("\r\n", "\n")
        write_telling(decision=found, texts={**texts, version: kept})
        messages.success(request, _("Bewaard als klad. Er is niets verstuurd."))
        return go(request, "decline_text", visit, decision=decision, version=version)
    return _letter_page(request, visit, found, words, form, text)


def _letter_page(
    request: HttpRequest, visit: Visit, found: Decision, words: Mapping[str, Any], form: LetterForm, text: str
) -> HttpResponse:
    return show(
        request, visit, "workspace/telling/letter.html", circle="private", status=422 if form.is_bound else 200,
        decision=found, version=words, versions=decline_texts()["versions"], form=form, text=text,
        hints=hints_for(text), has_sentences=bool(found.telling.get("parts")),
    )  # fmt: skip


def guide(request: HttpRequest, visit: Visit, decision: str) -> HttpResponse:
    """Five sentences for who calls or tells it in person."""
    found = _refusal_or_404(visit, decision)
    lines = guide_of(found.telling.get("parts", {}))
    return show(request, visit, "workspace/telling/guide.html", circle="private", decision=found, lines=lines)


def told(request: HttpRequest, visit: Visit, decision: str) -> HttpResponse:
    """She notes that she told it, and when. For herself."""
    found = _refusal_or_404(visit, decision)
    form = ToldForm(posted(request), today=clock.day_of(visit.now))
    if request.method == "POST" and form.is_valid():
        write_telling(decision=found, told_on=form.cleaned_data["told_on"].isoformat())
        messages.success(request, _("Bewaard. Mooi dat je het verteld hebt."))
        return go(request, "decision_made", visit, decision=decision)
    return show(
        request, visit, "workspace/telling/told.html", circle="private", status=422 if form.is_bound else 200,
        decision=found, form=form,
    )  # fmt: skip
