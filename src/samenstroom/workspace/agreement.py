"""Writing an agreement: how to begin, the document with the check beside it, and one clause open at a time. Private."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenstroom.agreements import editing
from samenstroom.agreements.actions import drafts as actions
from samenstroom.agreements.beginning import fresh_content, own_version_of
from samenstroom.agreements.forms.questions import CharterForm, OwnClauseForm
from samenstroom.agreements.forms.terms import TermsForm
from samenstroom.agreements.queries.drafts import draft_of
from samenstroom.agreements.wording.check import draft_check
from samenstroom.agreements.wording.drafting import add_clause, draft_page, terms_asked
from samenstroom.agreements.wording.reminders import reminders
from samenstroom.agreements.wording.terms import charter_words, clause_words
from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock
from samenstroom.kit.language import language
from samenstroom.learning.queries.lessons import taken_up
from samenstroom.learning.wording.lessons import own_rules_at
from samenstroom.table.page import go, posted, show

from .access import version_to_begin_from

if TYPE_CHECKING:
    from samenstroom.agreements.models import AgreementDraft


def draft(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The document she is writing; before there is one, how to begin."""
    found = draft_of(visit)
    if request.method == "POST" and found is None:
        return _begin(request, visit)
    if found is None:
        return show(
            request, visit, "workspace/agreement/begin.html", circle="private",
            version=version_to_begin_from(visit, ""), reminders=reminders(visit, without=taken_up(visit.person)),
        )  # fmt: skip
    opened = request.GET.get("open", "")
    return document_page(request, visit, found, opened, clause_form(found.content, opened, None))


def _begin(request: HttpRequest, visit: Visit) -> HttpResponse:
    number = request.POST.get("from", "")
    version = version_to_begin_from(visit, number) if number else None
    if version is not None:
        provider = "me" if version.provider_id in (None, visit.party.pk) else "other"
        actions.begin_draft(
            visit=visit, content=own_version_of(version), provider=provider, from_version=version.number
        )
        return go(request, "agreement_draft", visit)
    content = fresh_content(visit, clock.day_of(visit.now))
    actions.begin_draft(visit=visit, content=content, provider="me")
    return go(request, "agreement_question", visit, number=1)


def document_page(
    request: HttpRequest, visit: Visit, found: AgreementDraft, opened: str, form: TermsForm | None
) -> HttpResponse:
    """The document with one clause open, and the check beside it."""
    return show(
        request, visit, "workspace/agreement/document.html", circle="private",
        status=422 if form is not None and form.is_bound else 200,
        page=draft_page(found.content), check=draft_check(visit, found),
        reminders=reminders(visit, without=taken_up(visit.person)),
        opened=opened if form is not None else "", form=form, lessons_here=own_rules_at(visit, found.content),
    )  # fmt: skip


def clause_form(content: Mapping[str, Any], code: str, data: Any) -> TermsForm | None:
    """The terms of one clause of this document, and their own words under it."""
    found = editing.clause_in(content, code)
    if found is None or code not in clause_words(language()):
        return None
    return TermsForm(
        data, asked=terms_asked(code, language()), values=found["terms"], is_tight=True, addition=found["addition"],
        prefix=code,
    )  # fmt: skip


@require_POST
def clause(request: HttpRequest, visit: Visit, code: str) -> HttpResponse:
    """Keep the terms of a clause, add it, or take it out."""
    found, do = draft_of(visit), request.POST.get("do", "save")
    if found is None:
        return go(request, "agreement_draft", visit)
    if do == "add":
        actions.keep_draft(visit=visit, content=add_clause(found.content, code, clock.day_of(visit.now)))
    elif do == "remove":
        actions.keep_draft(visit=visit, content=editing.without_clause(found.content, code))
        messages.success(request, _("Deze bepaling staat er niet meer in."))
    else:
        form = clause_form(found.content, code, request.POST)
        if form is None:
            raise Http404
        if not form.is_valid():
            return document_page(request, visit, found, code, form)
        content = editing.with_terms(found.content, code, form.values(), form.addition)
        actions.keep_draft(visit=visit, content=content)
        messages.success(request, _("Bewaard. Alleen jij ziet dit."))
    return _to_clause(request, visit, code, is_open=do == "add")


def _to_clause(request: HttpRequest, visit: Visit, code: str, *, is_open: bool) -> HttpResponse:
    answer = go(request, "agreement_draft", visit)
    answer["Location"] += f"?open={code}#b-{code}" if is_open else f"#b-{code}"
    return answer


def own_clause(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Write a clause of their own (number 0), change one, or take it out."""
    found = draft_of(visit)
    if found is None:
        return go(request, "agreement_draft", visit)
    own = found.content["own_clauses"]
    if number > len(own):
        raise Http404
    form = OwnClauseForm(posted(request), initial=own[number - 1] if number else {})
    if request.method == "POST" and "remove" in request.POST:
        actions.keep_draft(visit=visit, content=editing.without_own_clause(found.content, number))
        return go(request, "agreement_draft", visit)
    if request.method == "POST" and form.is_valid():
        content = editing.with_own_clause(found.content, number, **form.cleaned_data)
        actions.keep_draft(visit=visit, content=content)
        messages.success(request, _("Bewaard. Alleen jij ziet dit."))
        return go(request, "agreement_draft", visit)
    return _form_page(request, visit, "workspace/agreement/own_clause.html", form, number=number)


def charter(request: HttpRequest, visit: Visit) -> HttpResponse:
    """How they want to treat each other: sentences to tick, and their own."""
    found = draft_of(visit)
    if found is None:
        return go(request, "agreement_draft", visit)
    form = CharterForm(
        posted(request), offered=charter_words(str(found.content["language"])), charter=list(found.content["charter"])
    )
    if request.method == "POST" and form.is_valid():
        actions.keep_draft(visit=visit, content={**found.content, "charter": form.charter()})
        messages.success(request, _("Bewaard. Alleen jij ziet dit."))
        return go(request, "agreement_draft", visit)
    return _form_page(request, visit, "workspace/agreement/charter.html", form)


def _form_page(request: HttpRequest, visit: Visit, template: str, form: Form, **context: Any) -> HttpResponse:
    status = 422 if form.is_bound else 200
    return show(request, visit, template, circle="private", status=status, form=form, **context)


def throw_away(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Ask once, then the draft is gone. What lies on the table stays there."""
    if request.method == "POST":
        actions.throw_away_draft(visit=visit)
        messages.success(request, _("Je concept is weg."))
        return go(request, "agreement", visit)
    return show(request, visit, "workspace/agreement/throw_away.html", circle="private", draft=draft_of(visit))
