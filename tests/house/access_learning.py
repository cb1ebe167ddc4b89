"""Entries of learning: each person sees her own patterns there, never those of another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.house.entries import ACCOUNTS, Entry
from tests.worlds import NOW, World


def _year(world: World, mark: str) -> Mapping[str, Any]:
    return {"year": NOW.year}


_PAGES = (
    "learn", "learn_patterns", "learn_estimates", "learn_flying", "learn_yields", "learn_together", "learn_year",
)  # fmt: skip

LEARNING: tuple[Entry, ...] = (
    *(Entry(f"workspace:{name}", ACCOUNTS) for name in _PAGES),
    Entry("workspace:learn_year_of", ACCOUNTS, _year),
)
