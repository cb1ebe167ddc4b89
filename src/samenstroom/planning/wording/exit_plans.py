"""For when it ever stops, in words: one page to read, where it stands, and with what it begins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from samenstroom import content
from samenstroom.agreements.queries.in_force import InForce
from samenstroom.collaborations.visits import Visit
from samenstroom.kit.language import language
from samenstroom.planning.models import StartEntry
from samenstroom.planning.queries.pages import Pages, PageView
from samenstroom.planning.wording.start_lists import entry_row

from .pages import ReadPage, read_page


def exit_texts() -> Mapping[str, Any]:
    """What is asked."""
    return content.load("exit_plan", language())


def exit_page(visit: Visit, view: PageView) -> ReadPage:
    """Put one version in words."""
    return read_page(
        visit, view, title=_("Zo gaat het als het stopt"), yes=_("Ja, zo spreken we het af"),
        rows=exit_rows("joint", view.page.content),
    )  # fmt: skip


def exit_rows(part: str, kept: Mapping[str, Any]) -> tuple[dict[str, str], ...]:
    """The answers of one part (`joint` or `own`); what was left open is not there. Nothing of a file is trusted."""
    asked = exit_texts()[part]
    rows = [(str(one["id"]), str(one["label"]), kept.get(str(one["id"]))) for one in asked]
    return tuple(
        {"id": key, "label": label, "text": text} for key, label, text in rows if isinstance(text, str) and text
    )


def to_begin_with(visit: Visit, accesses: Sequence[StartEntry], held: InForce | None) -> dict[str, str]:
    """What is known already: whose the accounts are, and within how many days the agreement says things go over."""
    lines = [entry_row(visit, row) for row in accesses if row.is_open]
    owners = "\n".join(": ".join([line.what, *(one["text"] for one in line.rows[:1])]) for line in lines)
    days = held.whole("handover_days") if held else None
    said = _("Binnen %(n)s dagen na de laatste dag.") % {"n": days} if days else ""
    return {key: text for key, text in (("owners", owners), ("days", said)) if text}


def exit_in_words(visit: Visit, found: Pages) -> tuple[str, bool]:
    """A line for the page of the collaboration, and whether it is her turn."""
    if found.proposed and found.proposed.waits_for_yes:
        return _("%(name)s stelt iets voor. Zeg ja, of stel het anders voor.") % {"name": visit.other_name}, True
    if found.proposed:
        return _("Jouw voorstel ligt bij %(name)s.") % {"name": visit.other_name}, False
    if found.holds:
        return _("Jullie weten van wie wat is, en hoe je overdraagt."), False
    return _("Van wie is wat, en hoe draag je over? Nu is dat makkelijk te bespreken."), False
