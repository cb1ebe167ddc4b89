"""Addresses of her own farewell: private steps, the message, the talk, and how it ended."""

from __future__ import annotations

from django.urls import URLPattern, path, register_converter

from samenstroom.workspace import goodbye, goodbye_message, goodbye_steps, goodbye_talk
from samenstroom.workspace.access import with_visit

from .speaking import by_speaker

STEPS = (
    *("stilstaan", "wat-was", "zeker-weten", "vertellen", "bericht", "gesprek"),
    *("nog-een-keer", "aankondigen", "vastleggen", "feiten", "bemiddelaar", "wat-er-is"),
    *("veilig", "hulp", "toegang", "een-regel", "eerste-dagen", "vragen", "van-mij", "geleerd"),
)
"""The private steps. Other names under the same address are pages that both share."""


class StepConverter:
    """One of the private steps, so that no shared page ends up here."""

    regex = "|".join(STEPS)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(StepConverter, "farewell")

_HUB = "s/<slug:collaboration>/afscheid/"

ADDRESSES: list[URLPattern] = [
    path(_HUB, with_visit(goodbye.farewell), name="farewell"),
    path(f"{_HUB}hoe/", with_visit(goodbye.way), name="farewell_way"),
    path(f"{_HUB}mijn-fase/", with_visit(goodbye.own_stage), name="farewell_stage"),
    path(f"{_HUB}opzij/", with_visit(goodbye.aside), name="farewell_aside"),
    path(f"{_HUB}loslaten/", with_visit(goodbye.let_go), name="farewell_let_go"),
    path(f"{_HUB}verteld/", with_visit(goodbye_message.told), name="farewell_told"),
    path(f"{_HUB}delen/", by_speaker(goodbye_message.announce, "farewell_announce"), name="farewell_announce"),
    path(f"{_HUB}terugkijken/", with_visit(goodbye_message.lesson), name="farewell_lesson"),
    path(f"{_HUB}gesprek/geweest/", with_visit(goodbye_talk.held), name="farewell_held"),
    path(f"{_HUB}gesprek/delen/", by_speaker(goodbye_talk.share, "farewell_talk_share"), name="farewell_talk_share"),
    path(f"{_HUB}<farewell:step>/", with_visit(goodbye_steps.step), name="farewell_step"),
    path(f"{_HUB}<farewell:step>/<int:number>/", with_visit(goodbye_steps.question), name="farewell_question"),
    path(f"{_HUB}bericht/<slug:version>/", with_visit(goodbye_message.letter), name="farewell_letter"),
    path(f"{_HUB}bericht/<slug:version>/lezen/", with_visit(goodbye_message.read), name="farewell_read"),
]
