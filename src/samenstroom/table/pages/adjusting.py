"""Adjusting: a repair attempt and a pause."""

from __future__ import annotations

from samenstroom.table import companion, pause, repair_attempt
from samenstroom.table.page import Pages

PAGES: Pages = (
    ("bijsturen/poging/", repair_attempt.attempt, "repair_attempt"),
    ("bijsturen/poging/voorstel/", repair_attempt.propose, "repair_attempt_propose"),
    ("bijsturen/poging/<slug:attempt>/antwoord/", repair_attempt.answer, "repair_attempt_answer"),
    ("bijsturen/poging/<slug:attempt>/terugkijken/", repair_attempt.look, "repair_attempt_look"),
    ("bijsturen/pauze/", pause.pause, "pause"),
    ("bijsturen/pauze/voorstel/", pause.propose, "pause_propose"),
    ("bijsturen/pauze/<slug:pause>/antwoord/", pause.answer, "pause_answer"),
    ("meekijken/", companion.companion, "companion"),
    ("meekijken/<slug:companion>/antwoord/", companion.answer, "companion_answer"),
)
