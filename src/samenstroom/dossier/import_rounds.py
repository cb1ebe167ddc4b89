"""Rhythms, rounds, answers and repairs of a document become rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from samenstroom.checkins.models import Answer, Repair, RepairLook, Rhythm, Round

from .rows import ANSWER, LOOK, REPAIR, RHYTHM, ROUND, fields_of

if TYPE_CHECKING:
    from .importing import Document, Table

Row = Mapping[str, Any]


def rounds_in(table: Table, document: Document) -> None:
    """Everything of the check-ins. A rhythm does not run on: the other side has to say yes again."""
    for one in document.get("rhythms", []):
        _rhythm(table, one)
    rounds = {one["number"]: _round(table, one) for one in document.get("rounds", [])}
    for one in document.get("repairs", []):
        _repair(table, one, rounds[one["round"]])


def _rhythm(table: Table, one: Row) -> None:
    given = {"ended_at": table.now} | fields_of(Rhythm, RHYTHM, one)
    Rhythm.objects.create(
        collaboration=table.collaboration,
        proposed_by=table.seat_of(one.get("proposed_by")),
        accepted_by=table.seat_of(one.get("accepted_by")),
        **given,
    )


def _round(table: Table, one: Row) -> Round:
    made = Round.objects.create(collaboration=table.collaboration, **fields_of(Round, ROUND, one))
    for answer in one.get("answers", []):
        is_mine = table.is_me(_speaker(table, answer)) and not answer.get("sealed")
        if is_mine or _is_over(made):
            _answer(table, made, answer, is_mine=is_mine)
    return made


def _is_over(made: Round) -> bool:
    """In a round that still waits, the other is asked again: what she had sealed is not in the file."""
    return made.revealed_at is not None or made.closed_at is not None


def _speaker(table: Table, answer: Row) -> str:
    """Who answered: as it says, else who spoke for that side."""
    return str(answer.get("by") or table.spoke[answer["party"]])


def _answer(table: Table, made: Round, answer: Row, *, is_mine: bool) -> None:
    by = _speaker(table, answer)
    given = fields_of(Answer, ANSWER, answer)
    # Of the other, and of both in a file made for nobody, only a remark that was shared is there.
    if given.get("remark") and not (is_mine and table.is_hers) and not given.get("remark_shared_at"):
        given["remark_choice"] = Answer.RaiseChoice.NOW.value
    Answer.objects.create(
        round=made,
        collaboration=table.collaboration,
        party=table.parties[answer["party"]],
        seat=table.seats[by],
        person=table.person if is_mine else table.stand_in(by),
        **given,
    )


def _repair(table: Table, one: Row, round_: Round) -> None:
    made = Repair.objects.create(
        collaboration=table.collaboration,
        round=round_,
        owner=table.party_of(one.get("owner")),
        proposed_by=table.seat_of(one.get("proposed_by")),
        agreed_by=table.seat_of(one.get("agreed_by")),
        **fields_of(Repair, REPAIR, one),
    )
    if "key" in one:
        table.keys[made.public_id] = one["key"]
    for look in one.get("looks", []):
        if "helped" in look:
            _look(table, made, look)


def _look(table: Table, made: Repair, look: Row) -> None:
    by = _speaker(table, look)
    given = {"said_at": made.looked_back_at or table.now} | fields_of(RepairLook, LOOK, look)
    RepairLook.objects.create(
        repair=made,
        collaboration=table.collaboration,
        party=table.parties[look["party"]],
        person=table.person_of(by),
        **given,
    )
