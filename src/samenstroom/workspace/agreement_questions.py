"""The few questions that matter first, one page each, kept at once. Private."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse

from samenstroom.agreements import editing
from samenstroom.agreements.actions.drafts import keep_draft
from samenstroom.agreements.forms.questions import SIDES, PartiesForm, ScopeForm
from samenstroom.agreements.forms.terms import TermsForm
from samenstroom.agreements.queries.drafts import draft_of
from samenstroom.agreements.wording.document import PARTNERS
from samenstroom.agreements.wording.drafting import asked_of
from samenstroom.agreements.wording.questions import PARTIES, SCOPE, Question, questions_for
from samenstroom.agreements.wording.scope import scope_parts, scope_terms, scope_words
from samenstroom.collaborations.visits import Visit
from samenstroom.kit.language import language
from samenstroom.table.page import go, posted, show

if TYPE_CHECKING:
    from samenstroom.agreements.models import AgreementDraft


def question(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """One question; after the last the whole document."""
    found = draft_of(visit)
    if found is None:
        return go(request, "agreement_draft", visit)
    asked = questions_for(found.content)
    if not 1 <= number <= len(asked):
        raise Http404
    one = asked[number - 1]
    form = _form(visit, found, one, posted(request))
    if request.method == "POST" and form.is_valid():
        _keep(visit, found, one, form)
        if "later" in request.POST or number == len(asked):
            return go(request, "agreement_draft", visit)
        return go(request, "agreement_question", visit, number=number + 1)
    return show(
        request, visit, "workspace/agreement/question.html", circle="private", status=422 if form.is_bound else 200,
        form=form, question=one, number=number, total=len(asked), is_last=number == len(asked),
    )  # fmt: skip


def _form(visit: Visit, found: AgreementDraft, one: Question, data: Any) -> Form:
    content = found.content
    if one.key == PARTIES:
        return PartiesForm(
            data, content=content, provider=str(found.beside.get("provider", "me")), other_name=visit.other_name,
            asks_who=content["kind"] not in PARTNERS,
        )  # fmt: skip
    if one.key == SCOPE:
        clause = editing.clause_in(content, SCOPE)
        words = str(clause["addition"]) if clause else ""
        return ScopeForm(data, initial=scope_parts(words, str(content["language"])))
    names = [name for _code, name in one.names_in(content)]
    return TermsForm(data, asked=asked_of(names, language()), values=one.values_in(content))


def _keep(visit: Visit, found: AgreementDraft, one: Question, form: Form) -> None:
    passed = list(dict.fromkeys([*found.beside.get("passed", []), one.key]))
    provider = str(found.beside.get("provider", "me"))
    content: dict[str, Any] = dict(found.content)
    if isinstance(form, PartiesForm):
        provider = form.cleaned_data.get("provider") or provider
        mine, theirs = SIDES if provider == "me" else SIDES[::-1]
        content = editing.with_party(editing.with_party(content, mine, form.names("my")), theirs, form.names("their"))
    elif isinstance(form, ScopeForm):
        content = _with_scope(content, **form.cleaned_data)
    elif isinstance(form, TermsForm):
        content = _with_values(content, one, form.values())
    keep_draft(visit=visit, content=content, passed=passed, provider=provider)


def _with_scope(content: dict[str, Any], done: str, not_done: str) -> dict[str, Any]:
    words = scope_words(done, not_done, str(content["language"]))
    return editing.with_terms(content, SCOPE, scope_terms(done, not_done), words)


def _with_values(content: dict[str, Any], one: Question, values: dict[str, Any]) -> dict[str, Any]:
    for code, name in one.names_in(content):
        told = {name: values[name]}
        content = editing.with_terms(content, code, told) if code else editing.with_facts(content, told)
    return content
