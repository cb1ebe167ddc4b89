"""A file of a disagreement: everything both see, in order, as one record; and her own notes only when she ticked them.

The record is made anew at each asking and kept nowhere. It is read by people who sit at neither side, so it has names.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from samenstroom.adjusting.models.conflicts import PARTS
from samenstroom.adjusting.queries.conflicts import ConflictView, version_draft
from samenstroom.collaborations.queries import LineView, history_lines
from samenstroom.collaborations.visits import Visit
from samenstroom.collaborations.wording import sentence_with_names
from samenstroom.kit import clock
from samenstroom.kit.language import language

from .conflicts import dimension_names, part_texts
from .dispute_items import items_of, name_of, side_name, signed_documents_of
from .ladders import step_texts

FORMAT, VERSION = "samenstroom-dispute", 1


@dataclass(frozen=True)
class OwnNote:
    """Something of hers alone that she may tick: an id for the form, its day, and exactly these words."""

    key: str
    on: date
    text: str


def own_notes_of(visit: Visit, view: ConflictView) -> list[OwnNote]:
    """Her private lines and what she wrote of her version and did not give; nothing for who has no account."""
    if not visit.person.has_account:
        return []
    lines = [one for one in history_lines(visit) if one.is_private and one.line.withdrawn_at is None]
    notes = [OwnNote(one.line.public_id, one.line.happened_on, _line_text(visit, one)) for one in reversed(lines)]
    labels, draft = part_texts(), version_draft(visit, view.conflict)
    today = clock.day_of(visit.now)
    written = [part for part in PARTS if part in draft]
    return [*notes, *(OwnNote(f"draft-{one}", today, f"{labels[one]['label']}: {draft[one]}") for one in written)]


def dispute_record(visit: Visit, view: ConflictView, own: Sequence[OwnNote]) -> dict[str, Any]:
    """The whole file as data, in the language of the moment; of what is private only the notes that are given here."""
    one, items = view.conflict, items_of(visit)
    return {
        "format": FORMAT,
        "version": VERSION,
        "language": language(),
        "made_on": clock.day_of(visit.now).isoformat(),
        "made_for": visit.my_name,
        "collaboration": str(visit.collaboration.name),
        "parties": [visit.my_name, visit.other_name],
        "subject": str(one.subject),
        "dimension": one.dimension,
        "opened_on": clock.day_of(one.opened_at).isoformat(),
        "opened_by": name_of(one.opened_by),
        "solved_on": clock.day_of(one.solved_at).isoformat() if one.solved_at else None,
        "versions": _versions(visit, view),
        "agreed": [_sentence(visit, each) for each in view.agreed],
        "open": [_sentence(visit, each) for each in view.open_sentences],
        "steps": [_step(each) for each in view.moves],
        "amount": str(view.blind.middle) if view.blind is not None and view.blind.is_agreed else None,
        "signed_documents": [each.row() for each in signed_documents_of(visit)],
        "confirmed": [each.row() for each in items if each.confirmed],
        "said_by_one": [each.row() for each in items if not each.confirmed],
        "timeline": _timeline(visit),
        "own_notes": [{"on": each.on.isoformat(), "text": each.text} for each in own],
    }


def _versions(visit: Visit, view: ConflictView) -> list[dict[str, Any]]:
    sides = (visit.party.pk, visit.other_party.pk)
    return [
        {"side": side, "by": side_name(visit, party), "part": part, "words": words, "on": day.isoformat()}
        for side, party in enumerate(sides, start=1)
        for part, words, day in view.given_by(party)
    ]


def _sentence(visit: Visit, one: Any) -> dict[str, Any]:
    return {
        "words": str(one.words),
        "does": one.does,
        "who": side_name(visit, one.who_id) or None,
        "by_on": one.by_on.isoformat() if one.by_on else None,
        "proposed_by": name_of(one.proposed_by),
        "on": clock.day_of(one.accepted_at or one.proposed_at).isoformat(),
        "confirmed": one.accepted_at is not None,
    }


def _step(one: Any) -> dict[str, Any]:
    return {
        "step": one.step,
        "name": str(step_texts(one.step)["name"]),
        "began_on": one.began_on.isoformat(),
        "due_on": one.due_on.isoformat() if one.due_on else None,
        "is_agreed": one.is_agreed,
        "moved_by": name_of(one.moved_by),
    }


def _timeline(visit: Visit) -> list[dict[str, Any]]:
    """The shared lines that stand, oldest first; `confirmed` when the other said that it was so."""
    lines = [one for one in history_lines(visit) if not one.is_private and one.line.withdrawn_at is None]
    return [_line(visit, one) for one in reversed(lines)]


def _line(visit: Visit, one: LineView) -> dict[str, Any]:
    newest: Mapping[int, str] = {answer.seat_id: answer.stance for answer in one.answers if answer.seat_id}
    return {
        "on": one.line.happened_on.isoformat(),
        "by": name_of(one.line.seat) if one.line.seat else _("De app"),
        "text": _line_text(visit, one),
        "confirmed": "so" in newest.values() and "otherwise" not in newest.values(),
        "contested": "otherwise" in newest.values(),
    }


def _line_text(visit: Visit, one: LineView) -> str:
    said, note = sentence_with_names(one.line, visit), str(one.line.note)
    return f"{said} {note}" if note else said


def dispute_title(record: Mapping[str, Any]) -> str:
    """`Geld`: what the disagreement is about, in one word."""
    return dimension_names()[str(record["dimension"])]
