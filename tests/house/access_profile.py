"""Entries of the profile, the boundaries, and the pages she shows to others."""

from __future__ import annotations

from tests.house.entries import Entry

PROFILE: tuple[Entry, ...] = ()
