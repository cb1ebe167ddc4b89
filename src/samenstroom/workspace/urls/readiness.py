"""Addresses of her readiness test: the page she shows, and what came in through it."""

from django.urls import path

from samenstroom.workspace import readiness, readiness_in

ADDRESSES = [
    path("ik/zelftest/", readiness.settings_page, name="readiness"),
    path("ik/zelftest/openen/", readiness.open_page, name="readiness_open"),
    path("ik/zelftest/sluiten/", readiness.close_page, name="readiness_close"),
    path("ik/zelftest/binnen/", readiness_in.arrived, name="readiness_in"),
    path("ik/zelftest/binnen/<slug:answer>/", readiness_in.answer, name="readiness_answer"),
    path("ik/zelftest/binnen/<slug:answer>/beginnen/", readiness_in.begin, name="readiness_begin"),
    path("ik/zelftest/binnen/<slug:answer>/weggooien/", readiness_in.discard, name="readiness_discard"),
]
