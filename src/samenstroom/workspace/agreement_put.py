"""From one's own draft to the table: the exact text that will be shared; and a draft out of a file."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from samenstroom.agreements.actions.drafts import begin_draft, throw_away_draft
from samenstroom.agreements.beginning import content_of_file
from samenstroom.agreements.forms.proposals import LastDayForm
from samenstroom.agreements.forms.questions import AgreementFileForm
from samenstroom.agreements.queries.drafts import draft_of, provider_of
from samenstroom.agreements.wording.check import draft_check
from samenstroom.agreements.wording.document import text_of
from samenstroom.collaborations.visits import Visit
from samenstroom.flows.agreements import put_on_table
from samenstroom.table.heavy import too_often
from samenstroom.table.page import go, posted, show
from samenstroom.table.read import mark_of, reads_otherwise_now


def put(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show exactly what will lie on the table, and put it there."""
    found = draft_of(visit)
    if found is None:
        return go(request, "agreement", visit)
    form, read = LastDayForm(posted(request)), mark_of(found.content)
    is_other = request.method == "POST" and reads_otherwise_now(request, read)
    if request.method == "POST" and form.is_valid() and not is_other:
        put_on_table(
            visit=visit, content=found.content, provider=provider_of(visit, found), expires_on=form.last_day(visit.now)
        )
        throw_away_draft(visit=visit)
        said = _("Deze versie ligt nu bij %(name)s op tafel.") if visit.takes_part else _("Deze versie ligt klaar.")
        messages.success(request, said % {"name": visit.other_name})
        return go(request, "agreement", visit)
    return show(
        request, visit, "workspace/agreement/put.html", circle="private", text=text_of(found.content),
        check=draft_check(visit, found), form=form, read=read,
        status=409 if is_other else 422 if form.is_bound else 200,
    )  # fmt: skip


def read_in(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Begin from a file with an open agreement document. What does not fit is refused as a whole."""
    if draft_of(visit) is not None:
        messages.info(
            request, _("Je schrijft al een overeenkomst. Gooi die eerst weg als je een bestand wilt inlezen.")
        )
        return go(request, "agreement_draft", visit)
    if request.method == "POST" and too_often(request, visit.person, "file"):
        return go(request, "agreement_read_in", visit)
    form = AgreementFileForm(posted(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        content = content_of_file(form.cleaned_data["file"])
        if content is not None:
            begin_draft(visit=visit, content=content, provider="me")
            messages.success(request, _("Ingelezen. Kijk goed na of alles klopt. Alleen jij ziet dit."))
            return go(request, "agreement_draft", visit)
        form.add_error("file", _("Dit is geen overeenkomst die we kunnen lezen. Er is niets ingelezen."))
    return show(
        request, visit, "workspace/agreement/read_in.html", circle="private", status=422 if form.is_bound else 200,
        form=form,
    )  # fmt: skip
