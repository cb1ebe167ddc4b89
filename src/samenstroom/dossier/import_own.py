"""What is private in a document becomes rows of the person who reads it in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from samenstroom.checkins.models import OwnRhythm
from samenstroom.collaborations.models import OwnStage, PersonalNote
from samenstroom.collaborations.visits import visit_of
from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.findings import Evidence, Finding, Level, Side
from samenstroom.rules.visibility import Circle
from samenstroom.watch.models import ShownFinding
from samenstroom.watch.queries import mark_of

from .lists_in import list_in
from .own_lists import OWN_LISTS
from .problem import DossierError
from .rows import fields_of

if TYPE_CHECKING:
    from .importing import Table

Row = Mapping[str, Any]

IN_TABLES = frozenset({"stage", "origin", "rhythm", *OWN_LISTS})
"""Sections that become rows; every other section is kept as it is."""


def own_in(table: Table, own: Row) -> None:
    """Everything of hers; private to her."""
    hers = {"person": table.person, "collaboration": table.collaboration}
    if "stage" in own:
        OwnStage.objects.create(**hers, **fields_of(OwnStage, ("stage", "since"), own["stage"]))
    if "origin" in own:
        PersonalNote.objects.create(**hers, origin=own["origin"])
    if "rhythm" in own:
        OwnRhythm.objects.create(**hers, **fields_of(OwnRhythm, ("weeks", "since"), own["rhythm"]))
    marks = _findings(table, own.get("findings", []))
    for name, kept in OWN_LISTS.items():
        if kept.model is not ShownFinding:
            rows = [_pointing(row, marks) for row in own.get(name, [])]
            list_in(table, kept, name, rows, ("own", name), **hers)


def _pointing(row: Row, marks: Mapping[str, str]) -> Row:
    """A talk that came from a finding points at its new mark."""
    return {**row, "about_finding": marks.get(row["about_finding"], "")} if "about_finding" in row else row


def _findings(table: Table, shown: list[Row]) -> dict[str, str]:
    """What she was shown, under a mark of this collaboration. Returns key -> mark."""
    visit = visit_of(table.person, table.collaboration.public_id, table.now)
    assert visit is not None, "she has just sat down"
    marks: dict[str, str] = {}
    seen: set[str] = set()
    for at, one in enumerate(shown):
        record = _with_lines(one["finding"], table)
        mark = mark_of(finding_of(record), visit)
        if mark in seen:
            raise DossierError("not_once", ("own", "findings", at), value=one["finding"]["code"])
        seen.add(mark)
        given = fields_of(ShownFinding, OWN_LISTS["findings"].fields, {**one, "finding": record})
        made = ShownFinding.objects.create(
            person=table.person, collaboration=table.collaboration, fingerprint=mark, **given
        )
        if "key" in one:
            marks[one["key"]] = mark
            table.keys[made.public_id] = one["key"]
    return marks


def _with_lines(record: Row, table: Table) -> dict[str, Any]:
    """The same finding, with its facts pointing at the new lines."""
    return {**record, "evidence": [_fact(fact, table) for fact in record["evidence"]]}


def _fact(fact: Row, table: Table) -> dict[str, Any]:
    data = dict(fact.get("data", {}))
    line = table.lines.get(str(data.get("key", "")))
    if line is not None:
        data["key"] = line.public_id
    return {**fact, "data": data}


def finding_of(record: Row) -> Finding:
    """A finding from the values that were kept of it."""
    return Finding(
        code=record["code"],
        dimension=Dimension(record["dimension"]) if record.get("dimension") else None,
        level=Level(record["level"]),
        since=date.fromisoformat(record["since"]),
        side=Side(record["side"]),
        evidence=tuple(_evidence(fact) for fact in record["evidence"]),
        certainty=record.get("certainty", 1),
        remedies=tuple(record.get("remedies", ())),
        rule_version=record.get("rule_version", 0),
        variant=record.get("variant", ""),
    )


def _evidence(fact: Row) -> Evidence:
    return Evidence(
        on=date.fromisoformat(fact["on"]),
        kind=fact["kind"],
        side=Side(fact["side"]),
        data=fact.get("data", {}),
        origin=Circle(fact.get("origin", Circle.SHARED.value)),
        contested=fact.get("contested", False),
    )
