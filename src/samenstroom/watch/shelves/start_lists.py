"""The lists of a start on the page of a collaboration, and what they tell the rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock
from samenstroom.planning.models import StartEntry
from samenstroom.planning.queries.start_lists import entries_by_table
from samenstroom.planning.wording.start_lists import start_texts
from samenstroom.rules.entries import Entry
from samenstroom.rules.findings import Side
from samenstroom.rules.life_cycle import Stage
from samenstroom.rules.start_lists import is_held_alone

from .shelf import Ask, Shelf, ShelfRow

PAGES = {"ready": "onboarding", "access": "accesses_register", "risk": "risks"}


def rows(visit: Visit, lies: Sequence[StartEntry]) -> Iterator[ShelfRow]:
    """One row per list that has something on it; at the start of the work also the offer to begin one."""
    for kind, page in PAGES.items():
        found = [row for row in lies if row.list == kind]
        title = str(start_texts(kind)["title"])
        if found:
            hint = _count(sum(row.is_open for row in found))
            yield ShelfRow(title, hint, page, both=hint)
        elif Stage(visit.collaboration.stage) == Stage.START:
            yield ShelfRow(title, str(start_texts(kind)["lead"]), page, is_offer=True)


def _count(count: int) -> str:
    if not count:
        return _("Alles is klaar.")
    return ngettext("%(n)s punt open", "%(n)s punten open", count) % {"n": count}


def asks(visit: Visit, lies: Sequence[StartEntry]) -> Iterator[Ask]:
    """What this side was to have ready, from its day on."""
    today = clock.day_of(visit.now)
    mine = [row for row in lies if row.list == "ready" and row.is_open and row.owner_id == visit.party.pk]
    due = next((row for row in mine if row.due_on and row.due_on <= today), None)
    if due and visit.speaks:
        title = _("Staat dit al klaar voor %(name)s?") % {"name": visit.other_name}
        line, act = _("Zo kan het werk verder."), _("Bekijk de lijst")
        yield Ask(63, "clock", title, line, act, "onboarding")


def entries(visit: Visit, lies: Sequence[StartEntry]) -> Iterator[Entry]:
    """Access that one side alone holds, and what the work waits for since its day passed."""
    today = clock.day_of(visit.now)
    for row in lies:
        if row.list == "access" and row.is_open and _held_alone(row):
            day = clock.day_of(row.changed_at or row.added_at)
            yield Entry("access_one_person", day, about=_holder(visit, row), key=f"access-{row.public_id}")
        elif row.list == "ready" and row.is_open and row.due_on and row.due_on < today:
            days = (today - row.due_on).days
            yield Entry("information_missing", row.due_on, data={"days": days}, key=f"ready-{row.public_id}")


def _held_alone(row: StartEntry) -> bool:
    return is_held_alone(str(row.content.get("holder", "")), str(row.content.get("backup", "")))


def _holder(visit: Visit, row: StartEntry) -> Side:
    position = 1 if row.content["holder"] == "first" else 2
    return Side.SELF if position == visit.party.position else Side.OTHER


SHELF = Shelf("start_lists", entries_by_table, rows=rows, asks=asks, entries=entries)
