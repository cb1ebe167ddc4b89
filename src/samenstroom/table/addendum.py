"""Changing a part of a signed agreement: choose a clause, look at exactly what changes, put it on the table.

Somebody with an account writes for herself first; who has none carries what she chose along from page to page.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from samenstroom.agreements import editing
from samenstroom.agreements.actions.addendum_drafts import keep_addendum_draft, throw_away_addendum_draft
from samenstroom.agreements.changing import becomes, put_back
from samenstroom.agreements.forms.addenda import AgreedElsewhereForm, ChooseForm, LastDayForm
from samenstroom.agreements.queries.addenda import addendum_draft_of
from samenstroom.agreements.queries.versions import base_of, whole_content
from samenstroom.agreements.wording.changing import choices_of
from samenstroom.agreements.wording.differences import differences
from samenstroom.agreements.wording.document import addendum_text
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.visits import Visit
from samenstroom.flows.addenda import note_agreed_change, offer_addendum
from samenstroom.kit import clock
from samenstroom.rules.agreement.amending import Change, OtherGroundError, change_between, change_from

from .addendum_clause import edit, open_clause
from .page import go, posted, show, too_late, who_sees
from .read import mark_of, reads_otherwise_now

if TYPE_CHECKING:
    from samenstroom.agreements.models import AgreementVersion


@dataclass(frozen=True)
class Desk:
    """What holds, and what she makes of it."""

    base: AgreementVersion
    whole: Mapping[str, Any]
    new: Mapping[str, Any]

    @property
    def change(self) -> Change:
        return change_between(self.whole, self.new)

    def with_new(self, new: Mapping[str, Any]) -> Desk:
        return Desk(self.base, self.whole, new)


def addendum(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Choose, change, look, and put it on the table; one step a page."""
    base = base_of(visit)
    if base is None:
        return go(request, "agreement", visit)
    desk = _desk(request, visit, base)
    if request.method != "POST":
        code = request.GET.get("open", "")
        return open_clause(request, visit, desk, code, told(visit, desk)) or _choose(request, visit, desk)
    return _act(request, visit, desk, request.POST.get("do", ""))


def _act(request: HttpRequest, visit: Visit, desk: Desk, do: str) -> HttpResponse:
    if do == "open":
        form = ChooseForm(request.POST, choices=choices_of(desk.new))
        opened = open_clause(request, visit, desk, form.data.get("code", ""), told(visit, desk))
        return opened or _choose(request, visit, desk, form)
    if do in ("save", "drop"):
        made = edit(request, visit, desk, do, told(visit, desk))
        return made if isinstance(made, HttpResponse) else _kept(request, visit, desk.with_new(made))
    if do.startswith("back:"):
        return _kept(request, visit, desk.with_new(put_back(desk.whole, desk.new, do.removeprefix("back:"))))
    if do == "away":
        throw_away_addendum_draft(visit=visit)
        return go(request, "agreement", visit)
    if do in ("look", "put", "note") and desk.change:
        return _look(request, visit, desk, do)
    return _choose(request, visit, desk)


def _desk(request: HttpRequest, visit: Visit, base: AgreementVersion) -> Desk:
    whole = whole_content(visit, base)
    held = addendum_draft_of(visit) if visit.person.has_account else _carried(request, visit)
    return Desk(base, whole, becomes(whole, held or Change()))


def _signer(visit: Visit) -> signing.Signer:
    return signing.Signer(salt=f"addendum:{visit.collaboration.public_id}:{visit.seat.pk}")


def _carried(request: HttpRequest, visit: Visit) -> Change | None:
    """What she carried along; what was tampered with is as if it was not there."""
    try:
        return change_from(_signer(visit).unsign_object(request.POST.get("carried", "")))
    except signing.BadSignature:
        return None


def told(visit: Visit, desk: Desk) -> dict[str, Any]:
    """What every step shows: who sees it, and what is carried along by who has no pocket."""
    carried = "" if visit.person.has_account else _signer(visit).sign_object(desk.change.as_data(), compress=True)
    later = _("%(name)s ziet dit pas als jij het op tafel legt.") % {"name": visit.other_name}
    alone = who_sees(visit, "private" if visit.person.has_account else "shared")
    return {
        "circle": "private" if visit.person.has_account else "none",
        "carried": carried,
        "who_sees": later if visit.takes_part else alone,
    }


def _kept(request: HttpRequest, visit: Visit, desk: Desk) -> HttpResponse:
    if visit.person.has_account:
        keep_addendum_draft(visit=visit, change=desk.change)
        messages.success(request, _("Bewaard. Alleen jij ziet dit."))
        return go(request, "addendum", visit)
    return _choose(request, visit, desk)


def _choose(request: HttpRequest, visit: Visit, desk: Desk, form: ChooseForm | None = None) -> HttpResponse:
    return show(
        request, visit, "table/addendum/choose.html", status=422 if form is not None else 200,
        form=form or ChooseForm(choices=choices_of(desk.new)), changed=differences(desk.whole, desk.new),
        base=desk.base, is_for_data=editing.clause_in(desk.new, "processor_agreement") is None,
        **told(visit, desk),
    )  # fmt: skip


def _look(request: HttpRequest, visit: Visit, desk: Desk, do: str) -> HttpResponse:
    """Exactly what the other will read, before it is shared."""
    today = clock.day_of(visit.now)
    assert desk.base.signed_at is not None
    since = clock.day_of(desk.base.signed_at)
    last = LastDayForm(posted(request) if do == "put" else None, today=today)
    noted = AgreedElsewhereForm(posted(request) if do == "note" else None, today=today, since=since)
    read = mark_of(desk.base.number, desk.change.as_data())
    is_other = do != "look" and reads_otherwise_now(request, read)
    if do == "put" and last.is_valid() and not is_other:
        return _share(request, visit, desk, last)
    if do == "note" and noted.is_valid() and not is_other:
        return _share(request, visit, desk, noted)
    status = 409 if is_other else 422 if do != "look" else 200
    return show(
        request, visit, "table/addendum/look.html", status=status, last=last, noted=noted, read=read,
        text=addendum_text(desk.whole, desk.new, number=desk.base.number, signed_on=since),
        changed=differences(desk.whole, desk.new), form=noted if do == "note" else last, **told(visit, desk),
    )  # fmt: skip


def _share(request: HttpRequest, visit: Visit, desk: Desk, form: LastDayForm | AgreedElsewhereForm) -> HttpResponse:
    try:
        if isinstance(form, LastDayForm):
            offer_addendum(visit=visit, change=desk.change, expires_on=form.cleaned_data["expires_on"])
            said = _("De aanvulling ligt nu bij %(name)s.") if visit.takes_part else _("De aanvulling ligt klaar.")
        else:
            note_agreed_change(visit=visit, change=desk.change, signed_on=form.cleaned_data["signed_on"])
            waits = _("Genoteerd. %(name)s kan nu zeggen of het klopt.")
            said = waits if visit.takes_part else _("Genoteerd. Dit geldt nu.")
    except (NotAllowedError, OtherGroundError):
        return too_late(request, "addendum", visit)
    throw_away_addendum_draft(visit=visit)
    messages.success(request, said % {"name": visit.other_name})
    return go(request, "agreement", visit)
