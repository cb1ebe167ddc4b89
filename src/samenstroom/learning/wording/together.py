"""What both wrote when they looked back, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from samenstroom.collaborations.visits import Visit
from samenstroom.exchanges.queries import ExchangeView
from samenstroom.kit import clock

from .retrospectives import named, retrospective_texts


@dataclass(frozen=True)
class Both:
    """One question with the words of both; empty for who left it open."""

    label: str
    mine: str
    theirs: str


@dataclass(frozen=True)
class TogetherPage:
    """One time that they looked back, opened."""

    day: date
    rows: Sequence[Both]


def together_page(visit: Visit, view: ExchangeView) -> TogetherPage:
    """An exchange that opened, question by question; what nobody answered is left out."""
    assert view.exchange.revealed_at is not None
    mine, theirs = view.mine or {}, view.theirs or {}
    rows = [
        Both(named(one["label"], visit), str(mine.get(one["id"], "")), str(theirs.get(one["id"], "")))
        for one in retrospective_texts()["together"]["questions"]
    ]
    return TogetherPage(clock.day_of(view.exchange.revealed_at), [row for row in rows if row.mine or row.theirs])
