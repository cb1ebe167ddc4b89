"""What can be shown to a mentor: one file per kind of things, and one list."""

from __future__ import annotations

from . import (
    checkins,
    decisions,
    farewells,
    feedback,
    feelings,
    findings,
    lessons,
    logbook,
    own_checkins,
    retrospectives,
    scans,
    talks,
)
from .shown import Kind, Part, Reading, Shown, offered_at, page_of, reading_of

KINDS: tuple[Kind, ...] = (
    feelings.KIND,
    scans.KIND,
    decisions.KIND,
    findings.KIND,
    talks.KIND,
    own_checkins.KIND,
    checkins.KIND,
    logbook.KIND,
    feedback.KIND,
    farewells.KIND,
    retrospectives.KIND,
    lessons.KIND,
)
BY_NAME = {kind.name: kind for kind in KINDS}

__all__ = ["BY_NAME", "KINDS", "Kind", "Part", "Reading", "Shown", "offered_at", "page_of", "reading_of"]
