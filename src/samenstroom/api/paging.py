"""One page of a list: newest first, at most a hundred, and a mark of where the next one begins.

The mark says after which moment and id a page ended, not how many were shown: what is added meanwhile shifts nothing.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Annotated, TypeVar

from ninja import Query

from .problems import parameter_problem

T = TypeVar("T")

MOST, USUAL = 100, 50
Limit = Annotated[int, Query(USUAL, ge=1, le=MOST, description="How many at most.")]
Cursor = Annotated[
    str | None,
    Query(None, max_length=120, pattern=r"^[A-Za-z0-9_-]+$", description="What `next` of the page before said."),
]
_PLACE = re.compile(r"([0-9TZ:.+-]{10,60})\|([A-Za-z0-9]{1,24})")


@dataclass(frozen=True, order=True)
class Place:
    """Where one thing stands in a list: its moment or day as ISO text, then its public id."""

    moment: str
    public_id: str


def write_cursor(place: Place) -> str:
    """The mark after this thing."""
    return base64.urlsafe_b64encode(f"{place.moment}|{place.public_id}".encode()).rstrip(b"=").decode()


def read_cursor(cursor: str | None) -> Place | None:
    """Where the page before ended; a problem when this is no mark of ours."""
    if cursor is None:
        return None
    try:
        text = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode("ascii")
    except (binascii.Error, ValueError):
        raise parameter_problem("cursor") from None
    found = _PLACE.fullmatch(text)
    if found is None:
        raise parameter_problem("cursor")
    return Place(found[1], found[2])


def page_of(
    rows: Iterable[T], place_of: Callable[[T], Place], *, limit: int, cursor: str | None
) -> tuple[list[T], str | None]:
    """The page after the mark, and the mark of the next one when there is more."""
    after = read_cursor(cursor)
    placed = sorted(((place_of(row), row) for row in rows), key=lambda pair: pair[0], reverse=True)
    left = [pair for pair in placed if after is None or pair[0] < after]
    shown = left[:limit]
    return [row for _place, row in shown], write_cursor(shown[-1][0]) if len(left) > len(shown) else None
