"""Signed elsewhere: note the terms and the PDF, look at what the other will see, and let the other confirm it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenstroom.agreements.actions import elsewhere as actions
from samenstroom.agreements.forms.elsewhere import DenyForm, ElsewhereForm, PdfForm
from samenstroom.agreements.queries.elsewhere import elsewhere_of, note_to_change
from samenstroom.agreements.queries.versions import versions_of
from samenstroom.agreements.reading_terms import taken
from samenstroom.agreements.wording.elsewhere import (
    elsewhere_content,
    elsewhere_page,
    elsewhere_rows,
    kind_at,
    sides,
    values_of,
)
from samenstroom.agreements.wording.versions import current_version
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.visits import Visit
from samenstroom.files.queries.kept import room_for_files
from samenstroom.flows.elsewhere import note_signed_elsewhere
from samenstroom.kit import clock

from .access import version_if_there, version_or_404
from .page import go, posted, show, too_late, who_sees


def note(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The form; then what the other will see, with the PDF; then it is shared. Nothing is kept before that."""
    form, do = _form(request, visit), request.POST.get("do", "look")
    if not form.is_bound:
        return _write(request, visit, form)
    if not form.is_valid():
        return _write(request, visit, form, status=422)
    if do == "change":
        return _write(request, visit, form)
    sent = (request.POST, request.FILES) if do == "share" else (None, None)
    pdf = PdfForm(*sent, room=room_for_files(visit))
    if do != "share" or not pdf.is_valid():
        return _look(request, visit, form, pdf)
    return _share(request, visit, form, pdf)


def _share(request: HttpRequest, visit: Visit, form: ElsewhereForm, pdf: PdfForm) -> HttpResponse:
    try:
        note_signed_elsewhere(visit=visit, noted=_noted(visit, form, pdf))
    except actions.LaterOneHoldsError:
        form.add_error("signed_on", _("Hier geldt een versie die jullie later tekenden. Kies een latere dag."))
        return _write(request, visit, form, status=422)
    except NotAllowedError:
        return too_late(request, "agreement", visit)
    said = _("Genoteerd. %(name)s kan nu zeggen of het klopt.") if visit.takes_part else _("Genoteerd. Dit geldt nu.")
    messages.success(request, said % {"name": visit.other_name})
    return go(request, "agreement", visit)


def _form(request: HttpRequest, visit: Visit) -> ElsewhereForm:
    """Begins with what the version on the table says, so that nothing is typed twice.

    Who comes from a text she read brings the terms she took from it; they stand in the form, and nowhere else.
    """
    begins = request.method != "POST" or request.POST.get("do") == "begin"
    lies_there = current_version(versions_of(visit)) if begins else None
    noted = elsewhere_of(visit, lies_there) if lies_there else None
    form = ElsewhereForm(
        None if begins else request.POST, kind=kind_at(visit), names=sides(visit),
        values={**values_of(lies_there), **taken(request.POST.getlist("take"))},
        today=clock.day_of(visit.now),
    )  # fmt: skip
    if lies_there and lies_there.provider_id:
        form.initial["provider"] = "me" if lies_there.provider_id == visit.party.pk else "other"
    if noted and not noted.record.confirmed_at:
        form.initial["signed_on"] = noted.record.signed_on
    return form


def _write(request: HttpRequest, visit: Visit, form: ElsewhereForm, status: int = 200) -> HttpResponse:
    return show(
        request, visit, "table/elsewhere/write.html", circle="shared", status=status, form=form, who_sees=_later(visit)
    )  # fmt: skip


def _later(visit: Visit) -> str:
    """Until it is shared it is nowhere but on her screen."""
    if not visit.takes_part:
        return who_sees(visit, "shared")
    return _("%(name)s ziet dit zodra jij het deelt.") % {"name": visit.other_name}


def _look(request: HttpRequest, visit: Visit, form: ElsewhereForm, pdf: PdfForm) -> HttpResponse:
    content, signed_on = _content(visit, form), form.cleaned_data["signed_on"]
    rows = elsewhere_rows(visit, content, signed_on, i_do_the_work=form.i_do_the_work)
    return show(
        request, visit, "table/elsewhere/look.html", circle="shared", status=422 if pdf.is_bound else 200,
        form=form, pdf=pdf, rows=rows, kept_name=_kept_name(visit, form), who_sees=_later(visit),
    )  # fmt: skip


def _kept_name(visit: Visit, form: ElsewhereForm) -> str:
    """The PDF of what she noted before, which stays with it when she changes a term."""
    before = note_to_change(visit)
    if before is None or before.record.signed_on != form.cleaned_data["signed_on"]:
        return ""
    kept = before.record.file
    return str(kept.name) if kept and kept.removed_at is None else ""


def _content(visit: Visit, form: ElsewhereForm) -> dict[str, Any]:
    return elsewhere_content(visit, form.values(), i_do_the_work=form.i_do_the_work)


def _noted(visit: Visit, form: ElsewhereForm, pdf: PdfForm) -> actions.Noted:
    return actions.Noted(
        content=_content(visit, form),
        provider=visit.party if form.i_do_the_work else visit.other_party,
        signed_on=form.cleaned_data["signed_on"],
        paper=pdf.paper,
    )


ACTS = {"confirm": actions.confirm_elsewhere, "withdraw": actions.withdraw_elsewhere}


@require_POST
def answer(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Say that it is right, or take one's own note off the table."""
    version, do = version_if_there(visit, number), request.POST.get("do", "")
    try:
        if version is None or do not in ACTS:
            raise NotAllowedError
        ACTS[do](version=version, seat=visit.seat, now=visit.now)
    except NotAllowedError:
        return too_late(request, "agreement", visit)
    said = {
        "confirm": _("Bevestigd. Dit geldt nu voor jullie allebei."),
        "withdraw": _("Van tafel. Een pdf blijft bij de bestanden staan."),
    }
    messages.success(request, said[do])
    return go(request, "agreement", visit)


def deny(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Say that it is not right, and what."""
    view = elsewhere_of(visit, version_or_404(visit, number))
    form = DenyForm(posted(request))
    if view is None or not (view.waits_for_me and visit.speaks):
        return too_late(request, "agreement", visit)
    if request.method == "POST" and form.is_valid():
        try:
            actions.deny_elsewhere(
                version=view.version, seat=visit.seat, words=form.cleaned_data["words"], now=visit.now
            )
        except NotAllowedError:
            return too_late(request, "agreement", visit)
        messages.success(request, _("Gezegd. %(name)s leest wat er niet klopt.") % {"name": visit.other_name})
        return go(request, "agreement", visit)
    return show(
        request, visit, "table/elsewhere/deny.html", circle="shared", status=422 if form.is_bound else 200,
        form=form, page=elsewhere_page(visit, view),
    )  # fmt: skip
