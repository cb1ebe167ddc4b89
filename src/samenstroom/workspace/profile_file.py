"""Take her profile along as an open file, and bring it back. Only for her."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from samenstroom.dossier.export import as_text
from samenstroom.dossier.forms import ProfileImportForm
from samenstroom.dossier.problem import DossierError
from samenstroom.dossier.profile.export import export_profile, profile_file_name
from samenstroom.dossier.profile.importing import has_something_to_replace, read_profile_in
from samenstroom.dossier.profile.reading import read_profile
from samenstroom.dossier.wording import fault
from samenstroom.kit import clock
from samenstroom.kit.language import language
from samenstroom.table.heavy import TOO_MANY_REQUESTS, too_often

from .access import person_of, with_account


@with_account
def take_along(request: HttpRequest) -> HttpResponse:
    """What is in the file, and by POST the file itself. It changes nothing and tells nobody."""
    if request.method != "POST":
        return render(request, "workspace/profile/file.html", {"circle": "private"})
    if too_often(request, person_of(request), "dossier"):
        return render(request, "workspace/profile/file.html", {"circle": "private"}, status=TOO_MANY_REQUESTS)
    now = clock.now()
    text = as_text(export_profile(person_of(request), now=now))
    response = HttpResponse(text, content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{profile_file_name(now)}"'
    response["Cache-Control"] = "no-store"
    return response


@with_account
def bring_back(request: HttpRequest) -> HttpResponse:
    """Choose a file; when it would replace something, say so first and ask for a yes."""
    stopped = request.method == "POST" and too_often(request, person_of(request), "file")
    is_post = request.method == "POST" and not stopped
    replaces = has_something_to_replace(person_of(request))
    form = ProfileImportForm(request.POST if is_post else None, request.FILES if is_post else None, replaces=replaces)
    if is_post and form.is_valid() and _read_in(request, form):
        messages.success(request, _("Je profiel is ingelezen. Er staat niets nieuws online."))
        return HttpResponseRedirect(reverse("workspace:profile"))
    page = {"form": form, "replaces": replaces, "circle": "private"}
    return render(
        request, "workspace/profile/import.html", page, status=TOO_MANY_REQUESTS if stopped else 422 if is_post else 200
    )


def _read_in(request: HttpRequest, form: ProfileImportForm) -> bool:
    """Read it in, or say at the field what is wrong and where."""
    try:
        document = read_profile(form.cleaned_data["file"].read(), now=clock.now())
    except DossierError as error:
        form.add_error("file", fault(error, language()))
        return False
    read_profile_in(document=document, person=person_of(request))
    return True
