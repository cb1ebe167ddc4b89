"""Entries of learning: each person sees her own patterns there, never those of another."""

from __future__ import annotations

from tests.house.entries import ACCOUNTS, Entry

LEARNING: tuple[Entry, ...] = tuple(
    Entry(f"workspace:{name}", ACCOUNTS)
    for name in ("learn", "learn_patterns", "learn_estimates", "learn_flying", "learn_yields", "learn_together")
)
