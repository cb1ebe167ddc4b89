"""The addresses of the table by part of the life of a collaboration: one file each, put together here."""

from __future__ import annotations

from samenstroom.table.page import Pages

from . import (
    adjusting,
    agreements,
    checkins,
    conflicts,
    contributions,
    elsewhere,
    exit_plan,
    exploring,
    farewell,
    feedback,
    files,
    learning,
    planning,
    record,
    start_lists,
    tasks,
)

PAGES: Pages = (
    *record.PAGES,
    *agreements.PAGES,
    *elsewhere.PAGES,
    *exit_plan.PAGES,
    *planning.PAGES,
    *start_lists.PAGES,
    *tasks.PAGES,
    *checkins.PAGES,
    *contributions.PAGES,
    *feedback.PAGES,
    *exploring.PAGES,
    *adjusting.PAGES,
    *conflicts.PAGES,
    *farewell.PAGES,
    *files.PAGES,
    *learning.PAGES,
)
