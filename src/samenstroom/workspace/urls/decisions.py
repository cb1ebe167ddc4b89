"""Addresses of the hub of exploring, the decision, and what is kept about the other."""

from django.urls import URLPattern, path

from samenstroom.workspace import decisions, explore, keeping, telling
from samenstroom.workspace.access import with_visit

from .speaking import by_speaker

_HUB = "s/<slug:collaboration>/verkennen/"
_DECISION = f"{_HUB}besluit/<slug:decision>/"

ADDRESSES: list[URLPattern] = [
    path(_HUB, with_visit(explore.explore), name="explore"),
    path(f"{_HUB}inzage/", with_visit(keeping.insight), name="insight"),
    path(f"{_HUB}bewaren/", with_visit(keeping.keeping), name="keeping"),
    path(f"{_HUB}weggooien/", with_visit(keeping.let_go), name="let_go"),
    path(f"{_HUB}besluit/", with_visit(decisions.look), name="decision"),
    path(f"{_HUB}besluit/<int:number>/", with_visit(decisions.step), name="decision_step"),
    path(_DECISION, with_visit(decisions.made), name="decision_made"),
    path(f"{_DECISION}zorg/<int:number>/", by_speaker(decisions.worry, "worry_share"), name="worry_share"),
    path(f"{_DECISION}afspreken/", by_speaker(decisions.go_on, "decision_go_on"), name="decision_go_on"),
    path(f"{_DECISION}terugkijken/", with_visit(decisions.look_back), name="decision_look"),
    path(f"{_DECISION}bericht/", with_visit(telling.sentences), name="decline"),
    path(f"{_DECISION}bericht/<slug:version>/", with_visit(telling.letter), name="decline_text"),
    path(f"{_DECISION}bellen/", with_visit(telling.guide), name="decline_talk"),
    path(f"{_DECISION}verteld/", with_visit(telling.told), name="decline_told"),
]
