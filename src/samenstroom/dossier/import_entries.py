"""Entries of a document become dated lines, and the answers to them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from samenstroom.collaborations.models import HistoryLine, LineAnswer, Party
from samenstroom.collaborations.visits import Visit, visit_of
from samenstroom.collaborations.wording import sentence
from samenstroom.rules.visibility import Circle

from .export import IMPORTED_BY
from .problem import DossierError
from .rows import SAID, fields_of, stored
from .shared_lists import IN_LINES
from .times import moment

if TYPE_CHECKING:
    from .importing import Document, Table

AT_ONCE = 500


def entries_in(table: Table, document: Document) -> None:
    """All entries, in their order. Raises DossierError for one that cannot be put in words."""
    entries = document.get("entries", [])
    lines = [_line(table, entry) for entry in entries]
    visit = visit_of(table.person, table.collaboration.public_id, table.now)
    assert visit is not None, "she has just sat down"
    for at, line in enumerate(lines):
        _must_read(line, visit, at)
    lines = HistoryLine.objects.bulk_create(lines, batch_size=AT_ONCE)
    answers = []
    for entry, line in zip(entries, lines, strict=True):
        if "key" in entry:
            table.lines[entry["key"]] = line
            table.keys[line.public_id] = entry["key"]
        answers += [_answer(table, line, one) for one in entry.get("answers", [])]
    LineAnswer.objects.bulk_create(answers, batch_size=AT_ONCE)


def _line(table: Table, entry: Mapping[str, Any]) -> HistoryLine:
    happened_on = stored(HistoryLine._meta.get_field("happened_on"), entry["on"])
    recorded_at = moment(entry.get("recorded_at", entry["on"]))
    line = HistoryLine(
        collaboration=table.collaboration,
        circle=entry.get("circle", Circle.SHARED.value),
        author=table.person if table.is_me(entry.get("by")) else None,
        seat=table.seat_of(entry.get("by")),
        happened_on=happened_on,
        recorded_at=min(recorded_at, table.now),
        data=_pointing(table, entry.get("data", {})),
        own=_read_in_by(table, entry),
        note=entry.get("note", ""),
        **fields_of(HistoryLine, ("withdrawn_at",), entry),
    )
    _name(line, entry["kind"], table.party_of(entry.get("about")))
    return line


def _pointing(table: Table, data: Mapping[str, Any]) -> dict[str, Any]:
    """What points at a row of another section points at the new one."""
    found = dict(data)
    for name, section in IN_LINES.items():
        if name in found:
            found[name] = table.public_ids[section].get(str(found[name]), found[name])
    return found


def _name(line: HistoryLine, kind: str, about: Party | None) -> None:
    """What it is and whom it is about; of a private line that is sealed."""
    if line.circle == Circle.PRIVATE.value:
        line.kind, line.own = HistoryLine.PRIVATE_KIND, {"kind": kind, "about": about.pk if about else None}
    else:
        line.kind, line.about = kind, about


def _read_in_by(table: Table, entry: Mapping[str, Any]) -> dict[str, Any]:
    """Who read it in, of what somebody else said; what a file says about that itself does not count."""
    said_by_other = entry.get("by") and not table.is_me(entry["by"])
    return {IMPORTED_BY: table.person.name} if said_by_other else {}


def _must_read(line: HistoryLine, visit: Visit, at: int) -> None:
    """A line that cannot be put in words would break the page it stands on."""
    try:
        sentence(line, visit)
    except (LookupError, ValueError, TypeError, ArithmeticError):
        raise DossierError("entry_data", ("entries", at), kind=line.kind) from None


def _answer(table: Table, line: HistoryLine, one: Mapping[str, Any]) -> LineAnswer:
    return LineAnswer(
        line=line,
        collaboration=table.collaboration,
        seat=table.seats[one["by"]],
        **fields_of(LineAnswer, SAID, one),
    )
