"""Entries of her own side of one collaboration, and of what is left of those she erased."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.house.entries import ACCOUNTS, OWNER, SEATED_ACCOUNTS, Entry, at_first
from tests.worlds import World


def _outline(world: World, mark: str) -> Mapping[str, Any]:
    return {"outline": world.own["outline"]}


OWN_SIDE: tuple[Entry, ...] = (
    Entry("workspace:own_side", SEATED_ACCOUNTS, at_first(), {"outline": "no"}),
    # Behind `recently_proven`: the answer leads to the proof (tests/features/privacy/test_own_side.py).
    Entry("workspace:own_side_erase", SEATED_ACCOUNTS, at_first(), {}),
    Entry("workspace:outlines", ACCOUNTS),
    Entry("workspace:outline", OWNER, _outline),
)
