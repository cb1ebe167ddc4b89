"""How it ended, as far as this visit may know: the label that every later look back needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from samenstroom.collaborations.visits import Visit
from samenstroom.exchanges.queries import ExchangeView, exchanges_of
from samenstroom.farewell.models import Ending
from samenstroom.rules.closing import ended_badly

from .endings import EndingView, ending_of

HOWS: Mapping[str, str] = {
    Ending.How.TOGETHER: "together",
    Ending.How.RUNS_OUT: "finished",
    Ending.How.FADED: "faded",
    Ending.How.NO_FAULT: "outside",
    Ending.How.CONFLICT: "conflict",
}
"""How an ending reads in an open file; one side that ends it reads differently for each side."""


@dataclass(frozen=True)
class Closing:
    """How it ended, in the words of a dossier. `side` is the party that *self* is; a party that did not say is None.

    `planned` and `would_again` hold per party what this visit may read: her own, and the other's once both sent.
    """

    how: str
    side: int
    planned: Mapping[int, str | None]
    would_again: Mapping[int, str | None]
    ended_badly: bool | None


def closing_questions_of(visit: Visit) -> ExchangeView | None:
    """What both said about how it was; closed until both have sent."""
    return next((one for one in exchanges_of(visit, Ending.PURPOSE) if one.exchange.closed_at is None), None)


def closing_of(visit: Visit) -> Closing | None:
    """How it ended; None while no end was announced."""
    view = ending_of(visit)
    if view is None:
        return None
    said = closing_questions_of(visit)
    mine, theirs = (said.mine or {}, said.theirs or {}) if said else ({}, {})
    both = {visit.party.pk: mine, visit.other_party.pk: theirs}
    is_open = said is not None and said.is_revealed
    return Closing(
        how=_how(view),
        side=visit.party.pk,
        planned={party: one.get("planned") or None for party, one in both.items()},
        would_again={party: one.get("would_again") or None for party, one in both.items()},
        ended_badly=ended_badly([mine, theirs]) if is_open else None,
    )


def _how(view: EndingView) -> str:
    by_whom = "ended_by_self" if view.i_announced else "ended_by_other"
    return HOWS.get(view.ending.how, by_whom)
