"""Gut feelings: one click from every page, ten seconds, locked, and seen over time. Only for her."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenstroom.collaborations.queries import visits_of
from samenstroom.exploring.actions.feelings import LockedError, note_feeling, resolve_prediction, throw_away
from samenstroom.exploring.forms.feelings import FeelingForm, OutcomeForm
from samenstroom.exploring.queries.feelings import feelings_of, predictions_to_resolve
from samenstroom.exploring.wording.feelings import feeling_texts, feeling_trend, rows_of
from samenstroom.kit import clock

from .access import feeling_or_404, person_of, with_account


@with_account
def feelings(request: HttpRequest) -> HttpResponse:
    """Note a feeling, see the earlier ones; `?over=` chooses one collaboration."""
    person, now = person_of(request), clock.now()
    visits = visits_of(person, now)
    by_id = {visit.collaboration.public_id: visit for visit in visits}
    about = by_id.get(request.GET.get("over", ""))
    form = FeelingForm(
        request.POST or None,
        tables=visits,
        today=clock.day_of(now),
        initial={"about": about.collaboration.public_id if about else ""},
    )
    if request.method == "POST" and form.is_valid():
        return _keep(request, form)
    rows = list(feelings_of(person, about.collaboration if about else None))
    page = {
        "form": form,
        "texts": feeling_texts(),
        "rows": rows_of(rows),
        "trend": feeling_trend(list(reversed(rows))),
        "due": rows_of(predictions_to_resolve(person, clock.day_of(now))),
        "about": about,
        "visits": visits,
        "circle": "private",
    }
    return render(request, "workspace/feelings/list.html", page, status=422 if form.is_bound else 200)


def _keep(request: HttpRequest, form: FeelingForm) -> HttpResponse:
    person, now, given = person_of(request), clock.now(), form.cleaned_data
    about = next((v for v in visits_of(person, now) if v.collaboration.public_id == given["about"]), None)
    note_feeling(
        person=person,
        collaboration=about.collaboration if about else None,
        step=given["step"],
        sussed=given["sussed"],
        words=given["words"],
        subject=given["subject"],
        prediction=given["prediction"],
        percent=form.percent_value(),
        known_on=given["known_on"],
        now=now,
    )
    messages.success(request, _("Bewaard en op slot. Alleen jij ziet dit."))
    query = f"?over={given['about']}" if about else ""
    return HttpResponseRedirect(reverse("workspace:feelings") + query)


@with_account
def outcome(request: HttpRequest, feeling: str) -> HttpResponse:
    """What became of a prediction: once."""
    found = feeling_or_404(person_of(request), feeling)
    form = OutcomeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            resolve_prediction(feeling=found, came_true=form.cleaned_data["came_true"] == "yes", now=clock.now())
            messages.success(request, _("Bewaard."))
        except LockedError:
            messages.info(request, _("Dit heb je al beantwoord. Het ligt vast."))
        return HttpResponseRedirect(reverse("workspace:feelings"))
    page = {"form": form, "row": rows_of([found])[0], "circle": "private"}
    return render(request, "workspace/feelings/outcome.html", page, status=422 if form.is_bound else 200)


@with_account
@require_POST
def discard(request: HttpRequest, feeling: str) -> HttpResponse:
    """Throw a feeling away; it cannot be rewritten."""
    throw_away(feeling=feeling_or_404(person_of(request), feeling))
    messages.success(request, _("Weggegooid."))
    return HttpResponseRedirect(reverse("workspace:feelings"))
