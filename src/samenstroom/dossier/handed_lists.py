"""What is handed over, and to whom: section -> how its rows stand there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from samenstroom.accounts.models import Person
from samenstroom.farewell.models import (
    HandoverItem,
    HandoverPlan,
    HandoverRelease,
    Successor,
    SuccessorAnswer,
    SuccessorLook,
    SuccessorQuestion,
    SuccessorTick,
    WorkInSession,
)

from .ended_lists import FROM_ENTRY
from .kept import Drafted, Kept, Row, Turn

if TYPE_CHECKING:
    from .importing import Table
    from .lists_out import Names

OPENS = "of her link: it opens nothing after reading in, a new one is made on the page"


def _who_out(who: Any, names: Names) -> Any:
    """Who does it as a party; a position means nothing in a file."""
    by_position = {str(at): key for at, key in enumerate(names.keys.parties.values(), start=1)}
    return by_position.get(str(who), str(who))


def _who_back(who: Any, table: Table) -> str:
    return str(table.parties[who].position) if who in table.parties else str(who)


WHO = Turn(_who_out, _who_back)


def _text_out(text: Any, names: Names) -> Row:
    return {name: _who_out(value, names) if name == "who" else value for name, value in text.items()}


def _text_back(text: Any, table: Table) -> Row:
    return {name: _who_back(value, table) if name == "who" else value for name, value in text.items()}


def _owner(told: Row, table: Table) -> Person | None:
    """Whose draft it was; what nobody put on the table is only in the file of who keeps it."""
    if "tabled_at" not in told:
        return table.person
    return table.person_of(str(told["added_by"])) if "added_by" in told else None


HANDED: Mapping[str, Kept] = {
    "handover_plan": Kept(HandoverPlan, ("made_at", "finished_at"), ("made_at", "pk"), seats=("made_by",)),
    "handover_items": Kept(
        HandoverItem,
        (
            "kind", "title", "where", "who", "source", "until_on", "added_at", "tabled_at", "done_at", "seen_at",
            "dropped_at",
        ),
        ("added_at", "pk"),
        letter="h",
        names={"source": "entry"},
        seats=("added_by", "done_by", "seen_by", "dropped_by"),
        turned={"who": WHO, "source": FROM_ENTRY},
        drafted=Drafted(lambda item: item.tabled_at is not None, lambda _item: (), _owner),
    ),
    "successors": Kept(
        Successor,
        ("name", "proposed_at"),
        ("proposed_at", "pk"),
        letter="s",
        seats=("proposed_by",),
        left_out={
            "token_hash": OPENS, "minted_at": OPENS, "expires_at": OPENS, "withdrawn_at": OPENS, "claimed_at": OPENS,
            "browser_hash": OPENS, "minted_by": OPENS,
        },
        inside={
            "released": Kept(
                HandoverRelease,
                ("text", "released_at"),
                ("released_at", "pk"),
                names={"seat": "by"},
                seats=("seat",),
                parties=("party",),
                rows={"item": "handover_items"},
                turned={"text": Turn(_text_out, _text_back)},
                parent="successor",
            ),
            "looks": Kept(SuccessorLook, ("looked_at",), ("looked_at", "pk"), parent="successor"),
            "ticks": Kept(
                SuccessorTick,
                ("ticked_at",),
                ("ticked_at", "pk"),
                rows={"item": "handover_items"},
                parent="successor",
            ),
        },
    ),
    "successor_questions": Kept(
        SuccessorQuestion,
        ("text", "asked_at"),
        ("asked_at", "pk"),
        rows={"successor": "successors"},
        inside={
            "answers": Kept(
                SuccessorAnswer,
                ("text", "answered_at"),
                ("answered_at", "pk"),
                names={"seat": "by"},
                seats=("seat",),
                parties=("party",),
                parent="question",
            )
        },
    ),
    "work_in_sessions": Kept(
        WorkInSession,
        (
            "subject", "who", "begins_at", "minutes", "sequence", "proposed_at", "agreed_at", "noted_at", "dropped_at",
            "held", "looked_back_at",
        ),
        ("proposed_at", "pk"),
        seats=("proposed_by", "agreed_by"),
        rows={"successor": "successors"},
        turned={"who": WHO},
    ),
}  # fmt: skip
