"""A testimonial: written for oneself, released with where it may be used; asked only after the settlement."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.visits import Visit
from samenstroom.farewell.actions import testimonials as actions
from samenstroom.farewell.forms.thanks import ReleaseForm, TestimonialForm
from samenstroom.farewell.queries.thanks import both_testimonials
from samenstroom.farewell.wording.endings import ending_texts

from .page import go, posted, show


def write(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Write it, for oneself."""
    if not visit.speaks:
        return go(request, "thanks", visit)
    view = both_testimonials(visit).mine
    form = TestimonialForm(posted(request), other_name=visit.other_name, initial={"draft": view.draft or view.words})
    if request.method == "POST" and form.is_valid():
        actions.draft_testimonial(visit=visit, draft=form.cleaned_data["draft"])
        if "later" not in request.POST:
            return go(request, "testimonial_release", visit)
        messages.success(request, _("Bewaard, alleen voor jou."))
        return go(request, "thanks", visit)
    lead = ending_texts()["thanks"]["testimonial_lead"].format(name=visit.other_name)
    return show(
        request, visit, "table/thanks/testimonial.html", circle="private", status=422 if form.is_bound else 200,
        form=form, lead=lead,
    )  # fmt: skip


def release(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Read exactly what may be used, choose where, and give it."""
    words = both_testimonials(visit).mine.draft
    if not words:
        return go(request, "thanks", visit)
    form = ReleaseForm(posted(request), initial={"is_public": "no", "with_name": "no"})
    if request.method == "POST" and form.is_valid():
        if request.POST.get("words", "").replace("\r\n", "\n") != words.replace("\r\n", "\n"):
            messages.info(request, _("De tekst is intussen veranderd. Lees hem nog één keer."))
            return go(request, "testimonial_release", visit)
        use = {name: form.cleaned_data[name] == "yes" for name in ("is_public", "with_name")}
        actions.release_testimonial(seat=visit.seat, words=words, now=visit.now, **use)
        messages.success(request, _("Gegeven aan %(name)s.") % {"name": visit.other_name})
        return go(request, "thanks", visit)
    return show(
        request, visit, "table/thanks/release.html", circle="private", status=422 if form.is_bound else 200,
        form=form, words=words,
    )  # fmt: skip


@require_POST
def answer(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Ask for one, say rather not, or take one's own back."""
    act = {
        "ask": (actions.ask_testimonial, _("Gevraagd. Antwoorden hoeft niet.")),
        "decline": (actions.decline_testimonial, _("Dat is goed. We vragen het niet nog eens.")),
        "withdraw": (actions.withdraw_testimonial, _("Teruggenomen. Je woorden staan er niet meer.")),
    }.get(request.POST.get("do", ""))
    if act:
        try:
            act[0](seat=visit.seat, now=visit.now)
            messages.success(request, act[1])
            return go(request, "thanks", visit)
        except NotAllowedError:
            pass
    messages.info(request, _("Dit kan nu niet. Kijk hoe het er nu bij staat."))
    return go(request, "thanks", visit)
