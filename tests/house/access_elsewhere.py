"""Entries of what was signed elsewhere: on the table, for both."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tests.house.entries import Parts, at_first, own


def _number(world: Any, mark: str) -> int:
    return int(own("elsewhere")(world, mark))


_NUMBER: Callable[..., Any] = _number

ELSEWHERE_TABLE: dict[str, tuple[Parts, Mapping[str, str] | None, bool]] = {
    "agreement_elsewhere": (at_first(), {"signed_on": ""}, False),
    "agreement_elsewhere_answer": (at_first(number=_NUMBER), {"do": "withdraw"}, True),
    "agreement_elsewhere_deny": (at_first(number=_NUMBER), {"words": ""}, False),
}
