"""One clause of a change that is being written: its fields, and what was filled in. A part of `addendum`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from django.http import HttpRequest, HttpResponse

from samenstroom.agreements import editing
from samenstroom.agreements.changing import terms_to_start, with_clause_changed
from samenstroom.agreements.forms.questions import OwnClauseForm
from samenstroom.agreements.forms.terms import TermsForm
from samenstroom.agreements.rulebook import clause_codes
from samenstroom.agreements.wording.changing import clause_name, own_place
from samenstroom.agreements.wording.drafting import terms_asked
from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock
from samenstroom.kit.language import language

from .page import show


class Written(Protocol):
    """What she makes of the agreement, as data."""

    @property
    def new(self) -> Mapping[str, Any]: ...


Told = Mapping[str, Any]


def open_clause(request: HttpRequest, visit: Visit, desk: Written, code: str, told: Told) -> HttpResponse | None:
    """The fields of a clause, or of a clause in their own words; None for a choice that does not exist."""
    at = own_place(code, desk.new)
    if at is not None:
        own = desk.new["own_clauses"]
        return _own_page(request, visit, OwnClauseForm(initial=own[at - 1] if at else {}), code, told)
    form = _form(visit, desk.new, code, None)
    return _page(request, visit, desk, form, code, told) if form else None


def edit(request: HttpRequest, visit: Visit, desk: Written, do: str, told: Told) -> HttpResponse | dict[str, Any]:
    """The document with what she filled in, or the fields again with what was not right."""
    code = request.POST.get("code", "")
    at = own_place(code, desk.new)
    if do == "drop":
        return editing.without_own_clause(desk.new, at) if at else editing.without_clause(desk.new, code)
    if at is not None:
        own = OwnClauseForm(request.POST)
        if own.is_valid():
            return editing.with_own_clause(desk.new, at, **own.cleaned_data)
        return _own_page(request, visit, own, code, told)
    form = _form(visit, desk.new, code, request.POST)
    if form is None:
        return dict(desk.new)
    if form.is_valid():
        return with_clause_changed(desk.new, code, form.values(), form.addition)
    return _page(request, visit, desk, form, code, told)


def _form(visit: Visit, new: Mapping[str, Any], code: str, data: Any) -> TermsForm | None:
    if code not in clause_codes():
        return None
    found = editing.clause_in(new, code)
    return TermsForm(
        data, asked=terms_asked(code, language()), values=terms_to_start(new, code, clock.day_of(visit.now)),
        is_tight=True, addition=found.get("addition", "") if found else "", prefix=code,
    )  # fmt: skip


def _page(request: HttpRequest, visit: Visit, desk: Written, form: TermsForm, code: str, told: Told) -> HttpResponse:
    return show(
        request, visit, "table/addendum/clause.html", status=422 if form.is_bound else 200, form=form, code=code,
        name=clause_name(code), is_there=editing.clause_in(desk.new, code) is not None, **told,
    )  # fmt: skip


def _own_page(request: HttpRequest, visit: Visit, form: OwnClauseForm, code: str, told: Told) -> HttpResponse:
    return show(
        request, visit, "table/addendum/clause.html", status=422 if form.is_bound else 200, form=form, code=code,
        name="", is_there=code != "eigen-0", **told,
    )  # fmt: skip
