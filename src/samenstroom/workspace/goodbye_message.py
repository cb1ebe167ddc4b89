"""Her message, that she told it, and, by an act of its own, the end on record for both."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit
from samenstroom.farewell.actions import farewells as actions
from samenstroom.farewell.forms.goodbye import AnnounceForm, LessonForm, LetterForm, StyleForm, ToldForm
from samenstroom.farewell.queries.endings import ending_of
from samenstroom.farewell.wording.farewells import farewell_texts, named, steps_of, way_of
from samenstroom.farewell.wording.goodbye_letters import ONE_LINE, letter_text, letter_texts, style_of, version_of
from samenstroom.flows.endings import tell_ending
from samenstroom.kit import clock
from samenstroom.table.page import go, posted, show

from .goodbye import with_farewell
from .goodbye_reading import reading_beside

if TYPE_CHECKING:
    from samenstroom.farewell.models import Farewell


@with_farewell
def letter(request: HttpRequest, visit: Visit, found: Farewell, version: str) -> HttpResponse:
    """One version as one text: hers to change, kept as a draft. Nothing is sent."""
    words = version_of(version)
    if words is None:
        raise Http404
    if request.method == "POST" and ("again" in request.POST or "back" in request.POST):
        return _swap(request, visit, found, version)
    form = LetterForm(posted(request), initial={"text": letter_text(found, words, visit)})
    if found.way == ONE_LINE:
        form.fields["text"].widget.attrs["class"] = "letter__text--short"
    if request.method == "POST" and form.is_valid():
        actions.keep_text(farewell=found, version=version, text=form.cleaned_data["text"].replace("\r\n", "\n"))
        messages.success(request, _("Bewaard als klad. Er is niets verstuurd."))
        if "read" in request.POST:
            return go(request, "farewell_read", visit, version=version)
        return go(request, "farewell_letter", visit, version=version)
    return show(
        request, visit, "workspace/goodbye/letter.html", circle="private", status=422 if form.is_bound else 200,
        form=form, **_about_letter(visit, found, version),
    )  # fmt: skip


def _about_letter(visit: Visit, found: Farewell, version: str) -> dict[str, Any]:
    """The letter as it is kept, and what lies beside it."""
    words = version_of(version)
    assert words is not None
    text, (tone, length) = letter_text(found, words, visit), style_of(found, words)
    step = next((one for one in steps_of(found, visit) if one.id in ("bericht", "een-regel")), None)
    return {
        "farewell": found,
        "step": step,
        "version": words,
        "versions": letter_texts()["versions"],
        "subject": letter_texts()["subject"],
        "text": text,
        "style": StyleForm(initial={"tone": tone, "length": length}),
        "is_one_line": found.way == ONE_LINE,
        "has_before": bool(found.letter.get("before", {}).get(version)),
        "phrases": way_of(found)["phrases"],
        "reading": reading_beside(text, found),
    }


def _swap(request: HttpRequest, visit: Visit, found: Farewell, version: str) -> HttpResponse:
    """Make the text of her sentences again, or put the draft back that it replaced."""
    if "back" in request.POST:
        actions.put_text_back(farewell=found, version=version)
        messages.success(request, _("Je vorige tekst staat er weer."))
        return go(request, "farewell_letter", visit, version=version)
    style = StyleForm(request.POST)
    if style.is_valid():
        actions.make_text_again(farewell=found, version=version, **style.cleaned_data)
        messages.success(request, _("Opnieuw gemaakt uit je zinnen. Je vorige tekst kun je terugzetten."))
    return go(request, "farewell_letter", visit, version=version)


@with_farewell
def read(request: HttpRequest, visit: Visit, found: Farewell, version: str) -> HttpResponse:
    """The letter on one page, to read in peace and to print."""
    if version_of(version) is None:
        raise Http404
    return show(request, visit, "workspace/goodbye/read.html", circle="private", **_about_letter(visit, found, version))


@with_farewell
def told(request: HttpRequest, visit: Visit, found: Farewell) -> HttpResponse:
    """She notes that she told it, when and how. For herself."""
    kept = {"told_on": found.moments.get("told_on"), "told_by": found.moments.get("told_by")}
    start = {name: value for name, value in kept.items() if value}
    form = ToldForm(
        posted(request), today=clock.day_of(visit.now), initial=start or {"told_by": found.plan.get("channel")}
    )
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        actions.note_moments(farewell=found, told_on=given["told_on"].isoformat(), told_by=given["told_by"])
        messages.success(request, _("Bewaard. Mooi dat je het verteld hebt."))
        return go(request, "farewell", visit)
    return show(
        request, visit, "workspace/goodbye/told.html", circle="private", status=422 if form.is_bound else 200,
        farewell=found, form=form,
    )  # fmt: skip


@with_farewell
def announce(request: HttpRequest, visit: Visit, found: Farewell) -> HttpResponse:
    """The end on record for both: she sees exactly what the other will read. Only this moves anything for the other."""
    way = way_of(found)
    if ending_of(visit) is not None:
        messages.info(request, _("Het einde ligt al vast, voor jullie allebei."))
        return go(request, "farewell", visit)
    planned = found.plan.get("last_on")
    start = {"last_on": date.fromisoformat(planned) if planned else None, "words": way["starter"]}
    form = AnnounceForm(posted(request), initial=start)
    if request.method == "POST" and form.is_valid():
        tell_ending(visit=visit, how=way["code"], **form.cleaned_data)
        messages.success(request, _("Het einde ligt vast. Jullie zien dit nu allebei."))
        return go(request, "farewell", visit)
    return show(
        request, visit, "workspace/goodbye/announce.html", circle="private", status=422 if form.is_bound else 200,
        farewell=found, form=form, shared=named(way["shared"], visit), record=named(way["record"], visit),
    )  # fmt: skip


@with_farewell
def lesson(request: HttpRequest, visit: Visit, found: Farewell) -> HttpResponse:
    """How it ended and one lesson: now, later, or not at all."""
    today = clock.day_of(visit.now)
    if request.method == "POST" and "rest" in request.POST:
        actions.note_moments(farewell=found, looked_back_on=today.isoformat())
        messages.success(request, _("Goed. We vragen het niet meer."))
        return go(request, "farewell", visit)
    form = LessonForm(posted(request), initial={"outcome": found.outcome, "lesson": found.lesson})
    if request.method == "POST" and form.is_valid():
        actions.note_lesson(farewell=found, today=today, **form.cleaned_data)
        messages.success(request, _("Bewaard. Alleen jij ziet dit."))
        return go(request, "farewell", visit)
    return show(
        request, visit, "workspace/goodbye/lesson.html", circle="private", status=422 if form.is_bound else 200,
        form=form, texts=farewell_texts()["lesson"],
    )  # fmt: skip
