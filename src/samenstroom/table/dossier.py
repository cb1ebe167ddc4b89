"""Take the dossier along: everything of one collaboration that this person may see, as an open file."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit
from samenstroom.dossier.export import as_text, export, file_name
from samenstroom.dossier.queries import import_of

from .heavy import TOO_MANY_REQUESTS, too_often
from .page import show


def dossier(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What is in the file, and the file itself. Taking it along changes nothing and tells nobody."""
    if request.method != "POST" and "download" not in request.GET:
        return show(request, visit, "table/dossier.html", circle="private")
    if too_often(request, visit.person, "dossier"):
        return show(request, visit, "table/dossier.html", circle="private", status=TOO_MANY_REQUESTS)
    return _file(visit)


def _file(visit: Visit) -> HttpResponse:
    response = HttpResponse(as_text(export(visit)), content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{file_name(visit)}"'
    response["Cache-Control"] = "no-store"
    return response


def read_in_note(visit: Visit, moment: datetime | None) -> str:
    """Of what was said before the collaboration was read in: by whom it was, and that it is not confirmed."""
    imported = import_of(visit)
    if imported is None or moment is None or moment > imported.imported_at:
        return ""
    return _("Ingelezen door %(name)s, niet bevestigd.") % {"name": imported.name}
