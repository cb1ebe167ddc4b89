"""Reading a text made elsewhere: what seems to be in it, and how to go on. Private; nothing is kept unasked."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenstroom.agreements.actions import drafts
from samenstroom.agreements.actions.readings import NoRoomError, keep_text, throw_away_text
from samenstroom.agreements.beginning import fresh_content
from samenstroom.agreements.forms.readings import ReadingForm
from samenstroom.agreements.queries.drafts import draft_of
from samenstroom.agreements.queries.readings import kept_texts
from samenstroom.agreements.reading_terms import taken, with_taken
from samenstroom.agreements.wording.readings import kept_row, reading_page
from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock
from samenstroom.kit.texts.reading import MOST_BYTES
from samenstroom.kit.uploads import takes_at_most
from samenstroom.table.heavy import TOO_MANY_REQUESTS, too_often
from samenstroom.table.page import go, posted, show

from .access import kept_text_or_404


@takes_at_most(MOST_BYTES)
def reading(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Paste a text or choose a file; then what was read in it. Nothing of it is kept."""
    if request.method == "POST" and too_often(request, visit.person, "reading"):
        again = ReadingForm(initial={"text": request.POST.get("text", "")})  # not read, so not judged either
        return _bring(request, visit, again, TOO_MANY_REQUESTS)
    form = ReadingForm(posted(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        return _result(request, visit, form.read)
    return _bring(request, visit, form, 422 if form.is_bound else 200)


def _bring(request: HttpRequest, visit: Visit, form: ReadingForm, status: int) -> HttpResponse:
    return show(
        request, visit, "workspace/reading/bring.html", circle="private", status=status, form=form,
        kept=[kept_row(one) for one in kept_texts(visit)],
    )  # fmt: skip


def _result(request: HttpRequest, visit: Visit, text: str, kept_id: str = "") -> HttpResponse:
    return show(
        request, visit, "workspace/reading/result.html", circle="private", page=reading_page(text), text=text,
        kept_id=kept_id, has_draft=draft_of(visit) is not None,
    )  # fmt: skip


@require_POST
@takes_at_most(MOST_BYTES)
def keep(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Keep the text she just read, for her alone."""
    form = ReadingForm({"text": request.POST.get("text", "")})
    if not form.is_valid():
        return go(request, "reading", visit)
    try:
        kept = keep_text(visit=visit, text=form.read)
    except NoRoomError:
        messages.info(request, _("Je bewaart hier al vijf teksten. Gooi er eerst één weg."))
        return go(request, "reading", visit)
    messages.success(request, _("Bewaard. Alleen jij ziet dit."))
    return go(request, "reading_kept", visit, text=kept.public_id)


def kept(request: HttpRequest, visit: Visit, text: str) -> HttpResponse:
    """A text she keeps, read again; or thrown away."""
    found = kept_text_or_404(visit, text)
    if request.method == "POST":
        throw_away_text(kept=found, visit=visit)
        messages.success(request, _("Weggegooid."))
        return go(request, "reading", visit)
    if too_often(request, visit.person, "reading"):
        return go(request, "reading", visit)
    return _result(request, visit, found.text, found.public_id)


@require_POST
def begin(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Her own draft with the terms she ticked, and none she did not."""
    found, today = draft_of(visit), clock.day_of(visit.now)
    values = taken(request.POST.getlist("take"))
    content = with_taken(found.content if found else fresh_content(visit, today), values, today)
    if found:
        drafts.keep_draft(visit=visit, content=content)
    else:
        drafts.begin_draft(visit=visit, content=content, provider="me")
    messages.success(request, _("Staat in je concept. Kijk na of het klopt. Alleen jij ziet dit."))
    return go(request, "agreement_draft", visit)
