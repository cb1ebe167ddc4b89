"""What both settle, confirm and give each other when it ends: section -> how its rows stand there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from samenstroom.accounts.models import Person
from samenstroom.farewell.models import (
    AccessBack,
    ClosingStatement,
    KeepTerm,
    ReferenceYes,
    SettlementItem,
    SettlementTick,
    Testimonial,
    ThankNote,
)

from .kept import Drafted, Kept, Row, Turn

if TYPE_CHECKING:
    from .importing import Table
    from .lists_out import Names


def _entry(source: Any, names: Names) -> Any:
    """The line it came from, when that is in this file."""
    return names.keys.entries.get(str(source))


def _source(entry: Any, table: Table) -> str:
    return table.lines[entry].public_id if entry in table.lines else ""


FROM_ENTRY = Turn(_entry, _source)


def _thanks_of(told: Row, table: Table) -> Person | None:
    return table.person_of(str(told["by"]))


def _writes(told: Row, table: Table) -> Person | None:
    """Who writes a testimonial: a draft is only in the file of who wrote it."""
    if "draft" in told:
        return table.person
    return table.person_of(str(told["released_by"])) if "released_by" in told else None


def _hidden_of(testimonial: Testimonial) -> tuple[str, ...]:
    return ("draft", "words", "use") if testimonial.withdrawn_at else ("draft",)


def _is_known(testimonial: Testimonial) -> bool:
    return bool(testimonial.asked_at or testimonial.declined_at or testimonial.released_at)


ENDED: Mapping[str, Kept] = {
    "settlement_items": Kept(
        SettlementItem,
        ("kind", "text", "amount", "end", "end_on", "end_words", "source", "added_at", "dropped_at"),
        ("added_at", "pk"),
        names={"source": "entry"},
        seats=("added_by",),
        parties=("owner",),
        turned={"source": FROM_ENTRY},
        inside={
            "ticks": Kept(
                SettlementTick,
                ("ticked_at",),
                ("party__position",),
                names={"seat": "by"},
                seats=("seat",),
                parties=("party",),
                parent="item",
            )
        },
    ),
    "accesses_back": Kept(
        AccessBack,
        ("text", "source", "added_at", "done_at", "confirmed_at", "dropped_at"),
        ("added_at", "pk"),
        names={"source": "entry"},
        seats=("added_by", "done_by", "confirmed_by"),
        parties=("taker",),
        turned={"source": FROM_ENTRY},
    ),
    "closing_statements": Kept(
        ClosingStatement,
        ("words", "except_for", "proposed_at", "accepted_at", "noted_at", "replaced_at"),
        ("proposed_at", "pk"),
        seats=("proposed_by", "accepted_by", "noted_by"),
    ),
    "keep_terms": Kept(
        KeepTerm,
        ("until", "proposed_at", "agreed_at", "replaced_at"),
        ("proposed_at", "pk"),
        seats=("proposed_by", "agreed_by"),
        left_out={"warned_at": "a warning that was given here; elsewhere both are warned again"},
    ),
    "thanks": Kept(
        ThankNote,
        ("draft", "words", "shared_at"),
        ("seat__pk", "pk"),
        names={"seat": "by"},
        seats=("seat",),
        drafted=Drafted(lambda note: note.shared_at is not None, lambda _note: ("draft",), _thanks_of),
    ),
    "testimonials": Kept(
        Testimonial,
        ("draft", "words", "use", "asked_at", "declined_at", "released_at", "withdrawn_at"),
        ("writer__position",),
        seats=("released_by",),
        parties=("writer",),
        drafted=Drafted(_is_known, _hidden_of, _writes),
    ),
    "references_given": Kept(
        ReferenceYes,
        ("said_at", "withdrawn_at"),
        ("party__position",),
        names={"seat": "by"},
        seats=("seat",),
        parties=("party",),
    ),
}
