"""References about the other: ask somebody by a link of its own, read what was said, note what was told. Only hers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from samenstroom.accounts.outside import GoneError
from samenstroom.collaborations.visits import Visit
from samenstroom.exploring.actions import references as actions
from samenstroom.exploring.forms.references import AskReferenceForm, ReferenceForm
from samenstroom.exploring.queries.references import references_of
from samenstroom.exploring.wording.references import heard_of, names_of, reference_texts, row_of
from samenstroom.flows.references import mail_reference
from samenstroom.table.outside import Giving, email_form, give_link
from samenstroom.table.page import go, posted, show

from .access import reference_or_404

if TYPE_CHECKING:
    from samenstroom.accounts.forms import EmailForm


def references(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Whom she asked and what was heard; ask one more."""
    form = AskReferenceForm(posted(request))
    if request.method == "POST" and form.is_valid():
        made = actions.ask_reference(
            person=visit.person, collaboration=visit.collaboration, now=visit.now, **form.cleaned_data
        )
        return go(request, "reference", visit, reference=made.public_id)
    rows = [row_of(one, visit.now) for one in references_of(visit)]
    return show(
        request, visit, "workspace/references/list.html", circle="private", status=422 if form.is_bound else 200,
        form=form, rows=rows,
    )  # fmt: skip


def reference(request: HttpRequest, visit: Visit, reference: str) -> HttpResponse:
    """One of them: what was heard, the link, what she noted herself."""
    return _show(request, visit, reference)


def _show(request: HttpRequest, visit: Visit, reference: str, form: EmailForm | None = None) -> HttpResponse:
    found = reference_or_404(visit, reference)
    row = row_of(found, visit.now)
    actions.mark_read(reference=found, now=visit.now)
    return show(
        request, visit, "workspace/references/reference.html", circle="private", status=422 if form else 200,
        reference=found, row=row, heard=heard_of(found, visit.other_name), form=form or email_form(found.first_name),
        can_ask=found.sent_at is None and not visit.collaboration.is_demo, works=found.link_works_at(visit.now),
    )  # fmt: skip


@never_cache
@require_POST
def make_link(request: HttpRequest, visit: Visit, reference: str) -> HttpResponse:
    """A new link, shown once; the older one stops. Or mailed right away."""
    found = reference_or_404(visit, reference)
    giving = Giving(
        name=found.first_name,
        mint=lambda: actions.mint_reference_link(reference=found, now=visit.now),
        mail=lambda email: mail_reference(reference=found, visit=visit, email=email),
        again=lambda form: _show(request, visit, reference, form),
        back="reference",
        parts={"reference": reference},
        opens="portal:reference_link",
        text=_("Dag %(name)s, wil je mij met een paar vragen helpen? Het kost vijf minuten: %(link)s"),
        made="workspace/references/made.html",
        circle="private",
        shown=lambda: {"reference": reference_or_404(visit, reference)},
        refused={GoneError: _("%(name)s heeft al geantwoord.") % {"name": found.first_name}},
    )
    return give_link(request, visit, giving)


@require_POST
def withdraw(request: HttpRequest, visit: Visit, reference: str) -> HttpResponse:
    """The link stops."""
    actions.withdraw_reference(reference=reference_or_404(visit, reference), now=visit.now)
    messages.success(request, _("Ingetrokken. De link werkt niet meer."))
    return go(request, "reference", visit, reference=reference)


@require_POST
def discard(request: HttpRequest, visit: Visit, reference: str) -> HttpResponse:
    """It goes away, with everything in it."""
    actions.discard_reference(reference=reference_or_404(visit, reference))
    messages.success(request, _("Weggegooid."))
    return go(request, "references", visit)


def note(request: HttpRequest, visit: Visit, reference: str) -> HttpResponse:
    """What was told by phone or over coffee: the same questions, noted by herself."""
    found = reference_or_404(visit, reference)
    questions = reference_texts(names_of(found, visit.other_name))["questions"]
    form = ReferenceForm(posted(request), questions=questions, initial=ReferenceForm.initial_of(found.noted))
    if request.method == "POST" and form.is_valid():
        try:
            actions.note_reference(reference=found, said=form.said(), now=visit.now)
            messages.success(request, _("Bewaard. Alleen jij ziet dit."))
            return go(request, "reference", visit, reference=reference)
        except actions.NothingSaidError:
            form.add_error(None, _("Er staat nog niets in. Vul één vraag in, dat is genoeg."))
    return show(
        request, visit, "workspace/references/note.html", circle="private", status=422 if form.is_bound else 200,
        reference=found, form=form,
    )  # fmt: skip
