"""Putting things in order by hand: what was picked, and moving one of them to another place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def picked(before: Sequence[T], chosen: Sequence[T]) -> list[T]:
    """What is chosen now: what was there keeps its order, what is new comes after it, nothing stands twice."""
    kept = [one for one in before if one in chosen]
    for one in chosen:
        if one not in kept:
            kept.append(one)
    return kept


def moved(items: Sequence[T], item: T, to: int) -> list[T]:
    """The same items with one of them on place `to` (counted from 0). Outside the list is its nearest end.

    Doing it twice changes nothing more. An item that is not there changes nothing.
    """
    if item not in items:
        return list(items)
    rest = list(items)
    rest.remove(item)
    place = max(0, min(to, len(rest)))
    return [*rest[:place], item, *rest[place:]]
