"""Files on the table, and her own beside them: bring one, look, share, take away."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.visits import Visit
from samenstroom.files import storage
from samenstroom.files.actions.keep import add_file, remove_file, share_file
from samenstroom.files.forms.kept import FileForm
from samenstroom.files.queries.kept import files_of, room_for_files
from samenstroom.files.wording.kept import file_row
from samenstroom.rules.visibility import Circle

from .access import file_if_there, file_or_404
from .page import go, posted, show


def files(request: HttpRequest, visit: Visit) -> HttpResponse:
    """All files she may see, and a form for one more."""
    form = FileForm(
        posted(request), request.FILES if request.method == "POST" else None, room=room_for_files(visit),
        may_be_private=visit.person.has_account,
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        circle, name, kind, content = form.kept()
        add_file(seat=visit.seat, circle=circle, name=name, media_type=kind.media_type, content=content, now=visit.now)
        said = _("Gedeeld met %(name)s.") if circle is Circle.SHARED else _("Bewaard, alleen voor jou.")
        messages.success(request, said % {"name": visit.other_name})
        return go(request, "files", visit)
    return show(
        request, visit, "table/files/list.html", circle="none" if visit.person.has_account else "shared",
        status=422 if form.is_bound else 200, form=form, rows=[file_row(visit, one) for one in files_of(visit)],
        circle_hints={
            "shared": _("%(name)s ziet en opent dit ook.") % {"name": visit.other_name},
            "private": _("%(name)s ziet dit nooit, tenzij jij het later deelt.") % {"name": visit.other_name},
        },
    )  # fmt: skip


def download(request: HttpRequest, visit: Visit, file: str) -> HttpResponse:
    """The file itself, always as a download: nothing that was brought is drawn or run inside the app."""
    kept = file_or_404(visit, file)
    try:
        content = storage.read(kept.public_id)
    except storage.FileGoneError:
        messages.info(request, _("Dit bestand is er niet meer. Vraag wie het deelde om het nog eens te brengen."))
        return go(request, "files", visit)
    answer = HttpResponse(content, content_type=kept.media_type)
    answer["Content-Disposition"] = content_disposition_header(True, kept.name)
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, no-store"
    return answer


ACTS = {"share": share_file, "remove": remove_file}


@require_POST
def act(request: HttpRequest, visit: Visit, file: str) -> HttpResponse:
    """Share a private file, or take one away."""
    kept, do = file_if_there(visit, file), request.POST.get("do", "")
    try:
        if kept is None or do not in ACTS:
            raise NotAllowedError
        ACTS[do](kept=kept, seat=visit.seat, now=visit.now)
        said = {"share": _("Gedeeld met %(name)s."), "remove": _("Weggehaald.")}[do]
        messages.success(request, said % {"name": visit.other_name})
    except NotAllowedError:
        messages.info(request, _("Dit kan nu niet meer. Kijk hoe het er nu bij staat."))
    return go(request, "files", visit)
