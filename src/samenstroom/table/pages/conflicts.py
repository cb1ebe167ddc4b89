"""Adjusting: a disagreement, from both sides to one text, its steps, the money, and a file of it."""

from __future__ import annotations

from samenstroom.table import conflict, conflict_file, conflict_steps, conflict_tell
from samenstroom.table.page import Pages

HERE = "bijsturen/meningsverschil/<slug:conflict>/"

PAGES: Pages = (
    ("bijsturen/meningsverschil/", conflict.conflicts, "conflicts"),
    ("bijsturen/meningsverschil/nieuw/", conflict.open_one, "conflict_open"),
    (HERE, conflict.conflict, "conflict"),
    (HERE + "vertellen/", conflict_tell.tell, "conflict_tell"),
    (HERE + "samen/", conflict_tell.sentences, "conflict_sentences"),
    (HERE + "doen/", conflict_tell.does, "conflict_does"),
    (HERE + "antwoord/", conflict.answer, "conflict_answer"),
    (HERE + "stappen/", conflict_steps.ladder, "conflict_ladder"),
    (HERE + "bedrag/", conflict_steps.blind, "conflict_blind"),
    (HERE + "dossier/", conflict_file.dispute_file, "conflict_file"),
)
