"""The lists of a start in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from samenstroom import content
from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock
from samenstroom.kit.dates import full_date
from samenstroom.kit.language import language
from samenstroom.planning.models import StartEntry


def start_texts(kind: str) -> Mapping[str, Any]:
    """The words of one list."""
    found: Mapping[str, Any] = content.load("start_lists", language())[kind]
    return found


def ideas_for(visit: Visit, kind: str, known: Sequence[StartEntry]) -> list[str]:
    """What often belongs on this list for this kind of collaboration, without what is there already."""
    there = {str(row.content.get("what", "")).casefold() for row in known}
    of_kind = next(
        (one["what"] for one in start_texts(kind)["ideas"] if one["id"] == visit.collaboration.kind), ()
    ) or next(one["what"] for one in start_texts(kind)["ideas"] if one["id"] == "other")
    return [idea for idea in of_kind if idea.casefold() not in there]


@dataclass(frozen=True)
class EntryRow:
    """One entry for who looks."""

    public_id: str
    what: str
    rows: tuple[dict[str, str], ...]
    told: str
    is_done: bool
    is_overdue: bool


def entry_row(visit: Visit, row: StartEntry) -> EntryRow:
    """Put one entry in words."""
    today = clock.day_of(visit.now)
    makers = {"access": _access, "ready": _ready, "risk": _risk}
    rows = [(label, text) for label, text in makers[row.list](visit, row) if text]
    return EntryRow(
        public_id=row.public_id,
        what=str(row.content.get("what", "")),
        rows=tuple({"label": label, "text": text} for label, text in rows),
        told=_told(row),
        is_done=row.done_at is not None,
        is_overdue=row.is_open and row.due_on is not None and row.due_on < today,
    )


def _told(row: StartEntry) -> str:
    if row.done_at is None:
        return ""
    words = {
        "access": _("Teruggenomen op %(day)s"),
        "ready": _("Klaar op %(day)s"),
        "risk": _("Voorbij sinds %(day)s"),
    }[row.list]
    return words % {"day": day_words(clock.day_of(row.done_at))}


def day_words(day: date) -> str:
    """`5 januari 2026`."""
    return full_date(day, language())


def side_words(visit: Visit, party: int | None, *, nobody: str) -> str:
    """`Jij`, or the name of the other."""
    if party is None:
        return nobody
    return _("Jij") if party == visit.party.pk else visit.other_name


def holder_words(visit: Visit, holder: str) -> str:
    """Who can get in, for who looks. The holder is kept by the position of a party."""
    if holder == "both":
        return _("Jullie allebei")
    position = {"first": 1, "second": 2}.get(holder)
    if position is None:
        return ""
    return _("Jij") if position == visit.party.position else visit.other_name


def _access(visit: Visit, row: StartEntry) -> list[tuple[str, str]]:
    said = row.content
    return [
        (_("Van wie"), side_words(visit, row.owner_id, nobody=_("Van jullie samen"))),
        (_("Wie kan erin"), holder_words(visit, str(said.get("holder", "")))),
        (_("Waar het geheim staat"), str(said.get("where", ""))),
        (_("Hoe het teruggaat"), str(said.get("back", ""))),
        (_("Wie springt in bij ziekte"), str(said.get("backup", ""))),
    ]


def _ready(visit: Visit, row: StartEntry) -> list[tuple[str, str]]:
    return [
        (_("Wie zorgt ervoor"), side_words(visit, row.owner_id, nobody=_("Jullie samen"))),
        (_("Klaar op"), day_words(row.due_on) if row.due_on else ""),
    ]


def _risk(visit: Visit, row: StartEntry) -> list[tuple[str, str]]:
    said = row.content
    return [
        (_("Hoe jullie het merken"), str(said.get("sign", ""))),
        (_("Wat jullie dan doen"), str(said.get("measure", ""))),
        (_("Wie let erop"), side_words(visit, row.owner_id, nobody=_("Jullie samen"))),
    ]
