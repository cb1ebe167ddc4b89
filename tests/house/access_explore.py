"""Entries of exploring: flags, acquaintance, references, trial, decision."""

from __future__ import annotations

from tests.house.entries import Entry

EXPLORE: tuple[Entry, ...] = ()
