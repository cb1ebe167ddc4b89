"""Addresses of writing an agreement for oneself."""

from django.urls import URLPattern, path

from samenstroom.workspace import agreement, agreement_check, agreement_put, agreement_questions
from samenstroom.workspace.access import with_visit

from .speaking import by_speaker

_DRAFT = "s/<slug:collaboration>/afspreken/opstellen/"

ADDRESSES: list[URLPattern] = [
    path(_DRAFT, with_visit(agreement.draft), name="agreement_draft"),
    path(f"{_DRAFT}vraag/<int:number>/", with_visit(agreement_questions.question), name="agreement_question"),
    path(f"{_DRAFT}bepaling/<slug:code>/", with_visit(agreement.clause), name="agreement_clause"),
    path(f"{_DRAFT}eigen/<int:number>/", with_visit(agreement.own_clause), name="agreement_own_clause"),
    path(f"{_DRAFT}omgang/", with_visit(agreement.charter), name="agreement_charter"),
    path(f"{_DRAFT}weggooien/", with_visit(agreement.throw_away), name="agreement_throw_away"),
    path(f"{_DRAFT}controle/herstel/", with_visit(agreement_check.fix), name="agreement_fix"),
    path(f"{_DRAFT}controle/opzij/<str:rule>/", with_visit(agreement_check.aside), name="agreement_aside"),
    path(f"{_DRAFT}controle/over-mij/", with_visit(agreement_check.own_facts), name="agreement_own_facts"),
    path(f"{_DRAFT}inlezen/", with_visit(agreement_put.read_in), name="agreement_read_in"),
    path(f"{_DRAFT}op-tafel/", by_speaker(agreement_put.put, "agreement_put"), name="agreement_put"),
]
