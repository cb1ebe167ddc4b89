"""The lists of a start: section -> how their rows stand there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from samenstroom.collaborations.visits import Visit
from samenstroom.planning.models import StartEntry
from samenstroom.planning.queries.start_lists import entries_of
from samenstroom.planning.wording.start_lists import entry_row

from .kept import Kept, Row, Turn

if TYPE_CHECKING:
    from .importing import Table
    from .lists_out import Names

HOLDERS = {"first": 1, "second": 2}


def _read(visit: Visit) -> object:
    return [entry_row(visit, row) for kind in StartEntry.List.values for row in entries_of(visit, kind)]


def _content_out(content: Any, names: Names) -> Row:
    """Who can get in as a party; a position means nothing in a file."""
    parties = list(names.keys.parties.values())
    at = HOLDERS.get(str(content.get("holder", "")))
    return {**content, "holder": parties[at - 1]} if at else dict(content)


def _content_back(content: Any, table: Table) -> Row:
    holder = content.get("holder")
    if holder in table.parties:
        return {**content, "holder": "first" if table.parties[holder].position == 1 else "second"}
    return dict(content)


START_LISTS: Mapping[str, Kept] = {
    "start_entries": Kept(
        StartEntry,
        ("list", "content", "due_on", "added_at", "changed_at", "done_at", "dropped_at"),
        ("added_at", "pk"),
        seats=("added_by", "done_by", "dropped_by"),
        parties=("owner",),
        turned={"content": Turn(_content_out, _content_back)},
        must_read=_read,
    ),
}
