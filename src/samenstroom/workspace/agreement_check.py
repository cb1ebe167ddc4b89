"""The check beside a draft: a fix in one press, a remark put aside with a reason, what only she can say. Private."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenstroom.agreements.actions import drafts as actions
from samenstroom.agreements.forms.questions import AsideForm
from samenstroom.agreements.forms.terms import TermsForm
from samenstroom.agreements.queries.check import content_after_fix
from samenstroom.agreements.queries.drafts import draft_of, own_facts_of
from samenstroom.agreements.wording.check import draft_check, what_changed
from samenstroom.agreements.wording.drafting import OWN_FACTS, asked_of
from samenstroom.collaborations.visits import Visit
from samenstroom.kit.language import language
from samenstroom.table.page import go, posted, show


@require_POST
def fix(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Let the check put right what it can, and say what changed."""
    found = draft_of(visit)
    if found is None:
        return go(request, "agreement_draft", visit)
    content = content_after_fix(found.content, request.POST.get("rule", ""))
    if content is None or content == found.content:
        messages.info(request, _("Hier valt nu niets te veranderen. Kijk hoe het er nu bij staat."))
    else:
        actions.keep_draft(visit=visit, content=content)
        messages.success(request, what_changed(found.content, content))
    return go(request, "agreement_draft", visit)


def aside(request: HttpRequest, visit: Visit, rule: str) -> HttpResponse:
    """Put one remark aside with a reason, or take it back."""
    found = draft_of(visit)
    if found is None:
        return go(request, "agreement_draft", visit)
    if request.method == "POST" and "back" in request.POST:
        actions.take_back_aside(visit=visit, rule=rule)
        return go(request, "agreement_draft", visit)
    remark = draft_check(visit, found).by_id(rule)
    if remark is None:
        raise Http404
    form = AsideForm(posted(request))
    if request.method == "POST" and form.is_valid():
        actions.put_aside(visit=visit, rule=rule, reason=form.cleaned_data["reason"], values=remark.values)
        messages.success(request, _("Opzijgelegd. Het komt pas terug als deze bepaling verandert."))
        return go(request, "agreement_draft", visit)
    return show(
        request, visit, "workspace/agreement/aside.html", circle="private", status=422 if form.is_bound else 200,
        form=form, finding=remark,
    )  # fmt: skip


def own_facts(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What the check may know of her alone."""
    form = TermsForm(posted(request), asked=asked_of(OWN_FACTS, language()), values=own_facts_of(visit))
    if request.method == "POST" and form.is_valid():
        actions.keep_own_facts(visit=visit, facts=form.values())
        messages.success(request, _("Bewaard. Alleen jij ziet dit."))
        return go(request, "agreement_draft", visit)
    return show(
        request, visit, "workspace/agreement/own_facts.html", circle="private", status=422 if form.is_bound else 200,
        form=form,
    )  # fmt: skip
