"""Thanking each other: a note that is hers until she shares it, and being named as a reference."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.visits import Visit
from samenstroom.farewell.actions.contact import say_reference
from samenstroom.farewell.actions.thanks import draft_thanks, share_thanks
from samenstroom.farewell.forms.thanks import NoteForm
from samenstroom.farewell.queries.settlement import statement_of
from samenstroom.farewell.queries.thanks import both_testimonials, references_said, thanks_of
from samenstroom.farewell.wording.endings import ending_texts
from samenstroom.farewell.wording.thanks import my_testimonial, reference_words, their_testimonial

from .page import go, posted, show


def thanks(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What each said, and what can be said still. Nothing is required."""
    both = both_testimonials(visit)
    i_allow, they_allow = references_said(visit)
    mine, theirs = reference_words(visit, i_allow=i_allow, they_allow=they_allow)
    texts = ending_texts()["thanks"]
    return show(
        request, visit, "table/thanks/thanks.html", circle="shared", texts=texts, notes=thanks_of(visit),
        testimonial_lead=texts["testimonial_lead"].format(name=visit.other_name),
        testimonial=my_testimonial(visit, both.mine), about_me=their_testimonial(visit, both, statement_of(visit)),
        i_allow=i_allow, my_reference=mine, their_reference=theirs,
    )  # fmt: skip


def note(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Write it, for oneself."""
    view = thanks_of(visit)
    if view.mine or not visit.speaks:
        return go(request, "thanks", visit)
    form = NoteForm(posted(request), initial={"draft": view.draft})
    if request.method == "POST" and form.is_valid():
        draft_thanks(visit=visit, draft=form.cleaned_data["draft"])
        if "later" not in request.POST:
            return go(request, "thanks_share", visit)
        messages.success(request, _("Bewaard, alleen voor jou."))
        return go(request, "thanks", visit)
    return show(
        request, visit, "table/thanks/note.html", circle="private", status=422 if form.is_bound else 200,
        form=form, lead=ending_texts()["thanks"]["note_lead"],
    )  # fmt: skip


def share_note(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Read once more exactly what the other will read, then share it."""
    view = thanks_of(visit)
    if view.mine or not view.draft:
        return go(request, "thanks", visit)
    if request.method != "POST":
        return show(request, visit, "table/thanks/share.html", circle="private", words=view.draft)
    if request.POST.get("words", "").replace("\r\n", "\n") != view.draft.replace("\r\n", "\n"):
        messages.info(request, _("De tekst is intussen veranderd. Lees hem nog één keer."))
        return go(request, "thanks_share", visit)
    try:
        share_thanks(seat=visit.seat, words=view.draft, now=visit.now)
        messages.success(request, _("Gedeeld met %(name)s.") % {"name": visit.other_name})
    except NotAllowedError:
        messages.info(request, _("Je hebt al een briefje gedeeld. Dat blijft staan."))
    return go(request, "thanks", visit)


@require_POST
def reference(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The other may name me as a reference, or no longer."""
    say_reference(seat=visit.seat, allows=request.POST.get("do") == "yes", now=visit.now)
    messages.success(request, _("Bewaard. Jullie zien dit allebei."))
    return go(request, "thanks", visit)
