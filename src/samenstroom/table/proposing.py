"""Proposing another text for one part: the fields, the exact text before it goes, and the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenstroom.agreements.forms.proposals import AnswerForm, DropForm, PartForm, part_form
from samenstroom.agreements.parts import is_negotiable
from samenstroom.agreements.queries.negotiating import Negotiation, negotiation_of
from samenstroom.agreements.wording.negotiating import changes_by, part_view
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.visits import Visit
from samenstroom.flows import negotiating as flow
from samenstroom.kit import clock
from samenstroom.rules.agreement.amending import OtherGroundError
from samenstroom.rules.agreement.proposing import NEW, Proposed, is_new_own, parts_of

from .access import made_version_or_404, proposal_if_there
from .page import go, posted, show, too_late

if TYPE_CHECKING:
    from samenstroom.agreements.models import AgreementVersion

ACTS = frozenset({"do", "csrfmiddlewaretoken", "drop"})


def propose(request: HttpRequest, visit: Visit, number: int, part: str) -> HttpResponse:
    """Fill in how it could read, look at the exact text, and only then propose it. Or propose that it goes."""
    version = made_version_or_404(visit, number)
    if not is_negotiable(version):
        return too_late(request, "agreement", visit)
    found = negotiation_of(visit, version)
    open_ = found.of(part).open
    drops = request.POST.get("do") == "drop" or "drop" in request.POST
    shown = open_.content["after"] if open_ else None
    form: Any = part_form(version.content, part, shown, posted(request), clock.day_of(visit.now))
    if form is None or (is_new_own(part) and part != NEW and part not in found.parts):
        raise Http404
    before = parts_of(version.content).get(part)
    if drops and before is not None:
        form = DropForm(posted(request))
    if request.method == "POST" and form.is_valid() and request.POST.get("do") != "edit":
        wanted = Proposed(part, before, None if isinstance(form, DropForm) else form.after())
        return _look_or_send(request, visit, found, wanted, form)
    return _fields(request, visit, found, part, form)


def _fields(request: HttpRequest, visit: Visit, found: Negotiation, part: str, form: Form) -> HttpResponse:
    is_wrong = form.is_bound and bool(form.errors)
    return show(
        request, visit, "table/negotiating/propose.html", circle="shared", status=422 if is_wrong else 200,
        version=found.version, view=part_view(visit, found, part), part=part, form=form, is_new=part == NEW,
        open=found.of(part).open, language=found.version.content["language"],
    )  # fmt: skip


def _look_or_send(
    request: HttpRequest, visit: Visit, found: Negotiation, wanted: Proposed, form: PartForm | DropForm
) -> HttpResponse:
    """Before it goes she sees exactly what the other will read; with `do=send` it goes."""
    version = found.version
    try:
        if request.POST.get("do") != "send":
            return _look(request, visit, found, wanted, form)
        made = flow.propose(visit=visit, version=version, proposed=wanted, why=form.cleaned_data["why"])
    except OtherGroundError:
        messages.info(request, _("De tekst is net veranderd. Kijk eerst hoe het er nu staat."))
        return go(request, "agreement", visit)
    except NotAllowedError:
        return too_late(request, "agreement", visit)
    said = _("Voorgesteld. %(name)s kan nu antwoorden.") if visit.takes_part else _("Genoteerd.")
    messages.success(request, said % {"name": visit.other_name})
    return go(request, "agreement_part", visit, number=version.number, part=made.part)


def _look(
    request: HttpRequest, visit: Visit, found: Negotiation, wanted: Proposed, form: PartForm | DropForm
) -> HttpResponse:
    kept = [(name, value) for name, values in request.POST.lists() if name not in ACTS for value in values]
    if isinstance(form, DropForm):
        kept.append(("drop", "1"))
    named = wanted if wanted.part != NEW else Proposed(f"{NEW}0", wanted.before, wanted.after)
    return show(
        request, visit, "table/negotiating/look.html", circle="shared", version=found.version, part=wanted.part,
        changes=changes_by(found.version.content, named), why=form.cleaned_data["why"], kept=kept,
        language=found.version.content["language"],
    )  # fmt: skip


@require_POST
def answer(request: HttpRequest, visit: Visit, number: int, proposal: str) -> HttpResponse:
    """Yes, or rather not, with a word; or take one's own back."""
    found = proposal_if_there(visit, proposal)
    form, do = AnswerForm(request.POST), request.POST.get("do")
    word = form.cleaned_data["word"] if form.is_valid() else ""
    try:
        if found is None:
            raise NotAllowedError
        if do == "withdraw":
            flow.withdraw(visit=visit, proposal=found)
        else:
            flow.answer(visit=visit, proposal=found, accepts=do == "accept", word=word)
    except NotAllowedError:
        return too_late(request, "agreement", visit)
    said = {
        "accept": _("Jullie zijn het hierover eens. Het komt in de volgende versie."),
        "withdraw": _("Teruggenomen."),
    }
    messages.success(request, said.get(str(do), _("Bewaard. Jullie lezen dit allebei.")))
    return _after(request, visit, number, found)


def _after(request: HttpRequest, visit: Visit, number: int, found: Any) -> HttpResponse:
    """The page of the part; back to the text when the part is not there any more."""
    version: AgreementVersion = made_version_or_404(visit, number)
    negotiation = negotiation_of(visit, version)
    name = next((name for name, one in negotiation.parts.items() if found in one.proposals), None)
    if name is None:
        return go(request, "agreement_talk", visit, number=number)
    return go(request, "agreement_part", visit, number=number, part=name)
