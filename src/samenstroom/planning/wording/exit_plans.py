"""For when it ever stops, in words: one page to read, where it stands, and with what it begins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from samenstroom import content
from samenstroom.agreements.queries.in_force import InForce
from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock
from samenstroom.kit.dates import full_date
from samenstroom.kit.language import language
from samenstroom.planning.models import StartEntry
from samenstroom.planning.queries.exit_plans import ExitPlans, ExitPlanView
from samenstroom.planning.wording.start_lists import entry_row

from .plan import Act


def exit_texts() -> Mapping[str, Any]:
    """What is asked."""
    return content.load("exit_plan", language())


@dataclass(frozen=True)
class ExitPage:
    """One version: how it stands, its lines, and what she can do."""

    public_id: str
    title: str
    say: str
    rows: tuple[dict[str, str], ...]
    acts: tuple[Act, ...]


def exit_page(visit: Visit, view: ExitPlanView) -> ExitPage:
    """Put one version in words."""
    title, say = _standing(visit, view)
    rows = exit_rows("joint", view.plan.content)
    return ExitPage(view.plan.public_id, title, say, rows, _acts(view) if visit.speaks else ())


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


def exit_in_words(visit: Visit, found: ExitPlans) -> tuple[str, bool]:
    """A line for the page of the collaboration, and whether it is her turn."""
    if found.proposed and found.proposed.waits_for_yes:
        return _("%(name)s stelt iets voor. Zeg ja, of stel het anders voor.") % {"name": visit.other_name}, True
    if found.proposed:
        return _("Jouw voorstel ligt bij %(name)s.") % {"name": visit.other_name}, False
    if found.holds:
        return _("Jullie weten van wie wat is, en hoe je overdraagt."), False
    return _("Van wie is wat, en hoe draag je over? Nu is dat makkelijk te bespreken."), False


def _standing(visit: Visit, view: ExitPlanView) -> tuple[str, str]:
    plan = view.plan
    name = {"name": visit.other_name}
    if plan.noted_at and not plan.accepted_at:
        day = full_date(clock.day_of(plan.noted_at), language())
        who = visit.my_name if view.i_proposed else visit.other_name
        return _("Dit is genoteerd"), _("Genoteerd door %(who)s op %(day)s.") % {"who": who, "day": day}
    if plan.accepted_at:
        day = full_date(clock.day_of(plan.accepted_at), language())
        return _("Dit spraken jullie af"), _("Afgesproken op %(day)s.") % {"day": day}
    if view.i_proposed:
        return _("Jouw voorstel ligt bij %(name)s") % name, _("Het geldt zodra %(name)s ja zegt.") % name
    return _("%(name)s stelt dit voor") % name, _("Past het? Zeg dan ja. Past het niet? Stel het anders voor.")


def _acts(view: ExitPlanView) -> tuple[Act, ...]:
    noted_by_other = view.plan.noted_at and not view.plan.accepted_at and not view.i_proposed
    if view.waits_for_yes or noted_by_other:
        yes = Act("accept", _("Ja, zo spreken we het af"), is_main=True)
        return (yes, Act("drop", _("Liever niet"))) if view.waits_for_yes else (yes,)
    return (Act("drop", _("Haal mijn voorstel van tafel")),) if view.plan.is_open else ()
