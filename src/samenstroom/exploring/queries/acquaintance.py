"""The acquaintance as one visit may see it, what both wrote about it afterwards, and her own guide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from samenstroom.accounts.models import Person
from samenstroom.collaborations.visibility import private_rows, shared_lines_seen_by
from samenstroom.collaborations.visits import Visit
from samenstroom.collaborations.wording import actor_of
from samenstroom.exchanges.models import Exchange
from samenstroom.exchanges.queries import ExchangeView, exchange_by_id, exchanges_by_table, exchanges_of
from samenstroom.exploring.models import OwnAcquaintance

ACQUAINTANCE = "acquaintance"
"""The purpose of its exchanges."""

SAID = "acquaintance_said"
"""The kind of line with what both said about one question."""


def acquaintances_of(visit: Visit) -> list[ExchangeView]:
    """Every acquaintance at this table, newest first; three queries."""
    return exchanges_of(visit, ACQUAINTANCE)


def acquaintance_by_id(visit: Visit, public_id: str) -> ExchangeView | None:
    """One acquaintance of this table."""
    found = exchange_by_id(visit, public_id)
    return found if found and found.exchange.purpose == ACQUAINTANCE else None


def acquaintances_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, list[ExchangeView]]:
    """Collaboration id -> its acquaintances, newest first; three queries for any number of tables."""
    return exchanges_by_table(person, visits, ACQUAINTANCE)


def acquaintance_key(view: ExchangeView) -> str:
    """Under which key she remembers that she saw these answers."""
    return f"acquaintance:{view.exchange.public_id}"


@dataclass(frozen=True)
class Said:
    """What somebody wrote down that both said about one question; `line` leads to it in the logbook."""

    question: str
    text: str
    who: str
    line: str


def said_at(visit: Visit, exchange: Exchange) -> list[Said]:
    """What was written down after this acquaintance opened, oldest first; what was taken back is left out."""
    lines = shared_lines_seen_by(visit.person).filter(collaboration=visit.collaboration, kind=SAID, withdrawn_at=None)
    return [
        Said(str(one.data.get("question", "")), one.note, actor_of(one, visit), one.public_id)
        for one in lines.select_related("seat").order_by("recorded_at", "pk")
        if one.data.get("exchange") == exchange.public_id
    ]


def own_acquaintance_of(visit: Visit) -> OwnAcquaintance | None:
    """Her own guide about this collaboration."""
    rows = OwnAcquaintance.objects.filter(collaboration=visit.collaboration)
    return private_rows(rows, seen_by=visit.person).first()


def own_words(guide: OwnAcquaintance | None) -> Mapping[str, Mapping[str, str]]:
    """Question -> her view (`mine`) and what was said (`said`), for the questions she wrote at."""
    return guide.answers if guide else {}
