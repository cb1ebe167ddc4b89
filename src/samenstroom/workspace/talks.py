"""Preparing a talk: four calm steps, private; a part can be shared by her own act; later what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from samenstroom.adjusting.actions import talks as actions
from samenstroom.adjusting.forms.talks import (
    EffectForm,
    FactsForm,
    HeldForm,
    OpeningForm,
    RequestForm,
    ShareTextForm,
    SubjectForm,
    TalkLookBackForm,
)
from samenstroom.adjusting.queries.talks import talks_of
from samenstroom.collaborations.queries import history_lines
from samenstroom.collaborations.visits import Visit
from samenstroom.collaborations.wording import is_app_kind
from samenstroom.exploring.wording.acquaintance import question_by_id
from samenstroom.kit import clock
from samenstroom.kit.dates import long_date
from samenstroom.table.page import go, show
from samenstroom.watch.queries import noticed_by_mark
from samenstroom.watch.wording import FindingPage, word_finding

from .access import talk_or_404

if TYPE_CHECKING:
    from samenstroom.adjusting.models import Talk

MOST_FACTS = 12
STEPS: dict[int, type[Form]] = {2: EffectForm, 3: RequestForm, 4: OpeningForm}


def talks(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Her talks here; start one, from a finding (`?signaal=`), a question or a few words."""
    mark = request.POST.get("mark", request.GET.get("signaal", ""))
    page = _finding_page(visit, mark)
    form = SubjectForm(request.POST or None, initial={"subject": page.title if page else _asked(request)})
    if request.method == "POST" and form.is_valid():
        talk = actions.start_talk(
            visit=visit,
            subject=form.cleaned_data["subject"],
            offered=list(
                dict.fromkeys([*(line.text for line in page.evidence), *_noted(visit)] if page else _noted(visit))
            )[:MOST_FACTS],
            opening=page.next_step.moves[0].words if page and page.next_step.moves else "",
            about_finding=mark if page else "",
        )
        return go(request, "talk_step", visit, talk=talk.public_id, number=1)
    return show(
        request, visit, "workspace/talks/list.html", circle="private", status=422 if form.is_bound else 200,
        talks=list(talks_of(visit)), form=form, mark=mark if page else "", finding=page,
    )  # fmt: skip


def _asked(request: HttpRequest) -> str:
    """The subject of a question of the acquaintance (`?kennismaking=`), to start from; empty for none."""
    question = question_by_id(request.GET.get("kennismaking", ""))
    return capfirst(question.short) if question else ""


def _finding_page(visit: Visit, mark: str) -> FindingPage | None:
    found = noticed_by_mark(visit, mark) if mark else None
    return word_finding(found.finding, visit, mark) if found else None


def _noted(visit: Visit) -> list[str]:
    """Facts from the history as sentences with their day, newest first; what the app itself wrote is left out."""
    language = visit.person.language
    lines = [v for v in history_lines(visit) if v.line.withdrawn_at is None and not is_app_kind(v.line.what)]
    return [
        _("%(day)s: %(what)s") % {"day": long_date(view.line.happened_on, language), "what": view.sentence}
        for view in lines
    ]


def step(request: HttpRequest, visit: Visit, talk: str, number: int) -> HttpResponse:
    """One of four steps; each is kept at once."""
    found = talk_or_404(visit, talk)
    form = _form(number, request, found)
    if request.method == "POST" and form.is_valid():
        _keep(found, form)
        if "later" in request.POST:
            messages.success(request, _("Bewaard. Je kunt later verder gaan waar je was."))
            return go(request, "talks", visit)
        if number < 4:
            return go(request, "talk_step", visit, talk=talk, number=number + 1)
        return go(request, "talk", visit, talk=talk)
    return show(
        request, visit, "workspace/talks/step.html", circle="private", status=422 if form.is_bound else 200,
        talk=found, form=form, number=number,
    )  # fmt: skip


def _form(number: int, request: HttpRequest, talk: Talk) -> Form:
    data = request.POST if request.method == "POST" else None
    if number == 1:
        return FactsForm(data, offered=talk.offered, chosen=talk.facts)
    if number not in STEPS:
        raise Http404
    form = STEPS[number](data)
    form.initial = {name: getattr(talk, name) for name in form.fields}
    return form


def _keep(talk: Talk, form: Form) -> None:
    if isinstance(form, FactsForm):
        actions.write_talk(talk=talk, facts=form.facts())
    else:
        actions.write_talk(talk=talk, **form.cleaned_data)


def talk(request: HttpRequest, visit: Visit, talk: str) -> HttpResponse:
    """The talk on one page, to take along; print it, share a part, or write what came of it."""
    found = talk_or_404(visit, talk)
    return show(request, visit, "workspace/talks/talk.html", circle="private", talk=found)


def invite(request: HttpRequest, visit: Visit, talk: str) -> HttpResponse:
    """Invite the other: she sees the exact text before it is shared."""
    found = talk_or_404(visit, talk)
    start = found.opening or _("Ik wil graag een kwartier met je praten. Wanneer past het jou?")
    form = ShareTextForm(request.POST or None, initial={"text": start})
    if request.method == "POST" and form.is_valid():
        try:
            actions.invite_to_talk(talk=found, visit=visit, text=form.cleaned_data["text"])
            messages.success(request, _("Gedeeld met %(name)s.") % {"name": visit.other_name})
        except actions.NothingToShareError:
            messages.info(request, _("Je hebt hiervoor al een uitnodiging gedeeld."))
        return go(request, "talk", visit, talk=talk)
    return _share_page(request, visit, found, form, "invite")


def share_agreed(request: HttpRequest, visit: Visit, talk: str) -> HttpResponse:
    """Put what was agreed on the table, in exactly this text."""
    found = talk_or_404(visit, talk)
    form = ShareTextForm(request.POST or None, initial={"text": found.agreed})
    if request.method == "POST" and form.is_valid():
        try:
            actions.share_agreed(talk=found, visit=visit, text=form.cleaned_data["text"])
            messages.success(request, _("Gedeeld met %(name)s.") % {"name": visit.other_name})
        except actions.NothingToShareError:
            messages.info(request, _("Dit is al gedeeld, of het gesprek is nog niet geweest."))
        return go(request, "talk", visit, talk=talk)
    return _share_page(request, visit, found, form, "agreed")


def _share_page(request: HttpRequest, visit: Visit, found: Talk, form: ShareTextForm, what: str) -> HttpResponse:
    return show(
        request, visit, "workspace/talks/share.html", circle="private", status=422 if form.is_bound else 200,
        talk=found, form=form, what=what,
    )  # fmt: skip


def held(request: HttpRequest, visit: Visit, talk: str) -> HttpResponse:
    """What came of it."""
    found = talk_or_404(visit, talk)
    form = HeldForm(request.POST or None, today=clock.day_of(visit.now), initial={"agreed": found.agreed})
    if request.method == "POST" and form.is_valid():
        actions.hold_talk(talk=found, **form.cleaned_data)
        messages.success(request, _("Bewaard. Alleen jij ziet dit."))
        return go(request, "talk", visit, talk=talk)
    return show(
        request, visit, "workspace/talks/held.html", circle="private", status=422 if form.is_bound else 200,
        talk=found, form=form,
    )  # fmt: skip


def look_back(request: HttpRequest, visit: Visit, talk: str) -> HttpResponse:
    """Did it help? For herself."""
    found = talk_or_404(visit, talk)
    form = TalkLookBackForm(request.POST or None, initial={"helped": found.helped})
    if request.method == "POST" and form.is_valid():
        actions.look_back_on_talk(talk=found, helped=form.cleaned_data["helped"], now=visit.now)
        messages.success(request, _("Bewaard. Alleen jij ziet dit."))
        return go(request, "talk", visit, talk=talk)
    return show(
        request, visit, "workspace/talks/look_back.html", circle="private", status=422 if form.is_bound else 200,
        talk=found, form=form,
    )  # fmt: skip
