"""Read in a dossier: a collaboration from a file, as it was, for the person who brings it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from samenstroom.dossier.forms import ImportForm
from samenstroom.dossier.importing import read_in
from samenstroom.dossier.problem import DossierError
from samenstroom.dossier.reading import read
from samenstroom.dossier.wording import fault
from samenstroom.kit import clock
from samenstroom.kit.language import language
from samenstroom.table.heavy import TOO_MANY_REQUESTS, too_often

from .access import person_of, with_account


@with_account
def read_dossier(request: HttpRequest) -> HttpResponse:
    """Choose a file; a collaboration is made of it, or it says what is wrong and where."""
    is_post = request.method == "POST"
    if is_post and too_often(request, person_of(request), "read in"):
        page = {"form": ImportForm(initial=request.POST.dict()), "circle": "none"}
        return render(request, "workspace/collaborations/import.html", page, status=TOO_MANY_REQUESTS)
    form = ImportForm(request.POST, request.FILES) if is_post else ImportForm()
    if is_post and form.is_valid():
        try:
            return _made(request, form)
        except DossierError as error:
            form.add_error("name" if error.code == "who_are_you" else "file", fault(error, language()))
    status = 422 if form.is_bound else 200
    page = {"form": form, "circle": "none", "fault": _("Fout:") + " " if form.is_bound else ""}
    return render(request, "workspace/collaborations/import.html", page, status=status)


def _made(request: HttpRequest, form: ImportForm) -> HttpResponse:
    document = read(form.cleaned_data["file"].read())
    made = read_in(document=document, person=person_of(request), name=form.cleaned_data["name"], now=clock.now())
    messages.success(request, _("Je dossier is ingelezen."))
    return HttpResponseRedirect(reverse("workspace:collaboration", args=[made.public_id]))
