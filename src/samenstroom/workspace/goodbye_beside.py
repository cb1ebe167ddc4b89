"""What lies beside a step of a farewell: what she felt before, the earliest last day, advice, numbers, the law."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from samenstroom.checkins.queries import own_of
from samenstroom.collaborations.visits import Visit
from samenstroom.exploring.queries.feelings import feelings_of
from samenstroom.exploring.wording.feelings import rows_of
from samenstroom.farewell.wording.agreed_notice import agreed_notice_words
from samenstroom.farewell.wording.farewells import farewell_texts, named, notice_from, notice_words, way_of
from samenstroom.kit import clock
from samenstroom.kit.dates import full_date, long_date
from samenstroom.kit.language import language
from samenstroom.planning.queries.exit_plans import own_exit_plan_of
from samenstroom.planning.wording.exit_plans import exit_rows
from samenstroom.rules.notice import is_too_early, last_day
from samenstroom.table.page import address

if TYPE_CHECKING:
    from samenstroom.farewell.models import Farewell

MOST_FACTS = 4


@dataclass(frozen=True)
class Beside:
    """Beside a page or a step: advice as a line, facts of her own, the law, public numbers."""

    advice: str = ""
    facts: Sequence[tuple[str, str]] = ()
    law: Mapping[str, Any] = field(default_factory=dict)
    numbers: Sequence[Mapping[str, Any]] = ()


def beside_page(visit: Visit, farewell: Farewell, step: str, questions: Sequence[str]) -> Beside:
    """What helps with the questions of one page."""
    if step == "zeker-weten":
        return Beside(facts=her_own_facts(visit))
    if "channel" in questions:
        return Beside(advice=named(way_of(farewell)["advice"], visit))
    if "notice" in questions:
        return Beside(advice=agreed_notice_words(visit, told_from(visit, farewell)), law=law_for(visit))
    return Beside(advice=earliest_words(visit, farewell)) if "last_on" in questions else Beside()


def beside_step(visit: Visit, step: str) -> Beside:
    """What helps with a step as a whole."""
    if step in ("hulp", "veilig"):
        return Beside(numbers=numbers_for(visit))
    return Beside(law=law_for(visit)) if step == "vertellen" else Beside()


def her_own_facts(visit: Visit) -> list[tuple[str, str]]:
    """What she felt and answered before, newest first, with the day: only what she wrote for herself."""
    felt = rows_of(list(feelings_of(visit.person, visit.collaboration)[:MOST_FACTS]))
    dated = [(row.day, _about(row.word, row.feeling.words), _("Je gevoel")) for row in felt]
    dated += [
        (one.answered_on, f"“{one.remark}”", _("Je eigen check-in"))
        for one in own_of(visit).done[:MOST_FACTS]
        if one.remark and one.answered_on
    ]
    dated.sort(key=lambda one: one[0], reverse=True)
    planned = exit_rows("own", own_exit_plan_of(visit))
    return [(row["text"], _("Vooraf bedacht: %(what)s") % {"what": row["label"]}) for row in planned] + [
        (words, _("%(what)s, %(day)s") % {"what": what, "day": full_date(day, language())})
        for day, words, what in dated[: 2 * MOST_FACTS]
    ]


def _about(word: str, words: str) -> str:
    return f"{word}: “{words}”" if words else word


def told_from(visit: Visit, farewell: Farewell) -> date:
    """From which day notice is counted: when it was told, else when she plans to, else today."""
    day = farewell.moments.get("told_on") or farewell.plan.get("tell_on")
    return date.fromisoformat(day) if day else clock.day_of(visit.now)


def earliest_words(visit: Visit, farewell: Farewell) -> str:
    """The earliest last day by what was agreed; empty when she left the notice open."""
    notice = notice_from(farewell.plan.get("notice"))
    if notice is None:
        return ""
    told = told_from(visit, farewell)
    words = {
        "term": notice_words(notice),
        "told": long_date(told, language()),
        "last": full_date(last_day(told, notice), language()),
    }
    return _("Vertel je het op %(told)s, met %(term)s? Dan is je laatste dag op zijn vroegst %(last)s.") % words


def too_early_words(visit: Visit, farewell: Farewell) -> str:
    """A friendly word when the day she chose comes before what was agreed; empty otherwise."""
    chosen, notice = farewell.plan.get("last_on"), notice_from(farewell.plan.get("notice"))
    told = told_from(visit, farewell)
    if not chosen or notice is None or not is_too_early(date.fromisoformat(chosen), told, notice):
        return ""
    last = full_date(last_day(told, notice), language())
    return _(
        "Je laatste dag ligt voor %(last)s, en dat is de vroegste dag volgens jullie afspraak. "
        "Samen mogen jullie iets anders kiezen. Vraag het dan in het gesprek."
    ) % {"last": last}


def offers_of(request: HttpRequest, visit: Visit, farewell: Farewell, step: str) -> list[tuple[str, str]]:
    """A real alternative, without pressure: mending, or preparing a talk. Each is an address with its words."""
    kept = farewell.reflection
    if step == "stilstaan":
        is_offered = kept.get("last_chance") in ("half", "never")
    else:
        is_offered = step == "zeker-weten" and kept.get("outcome_sure") == "chance_first"
    if not is_offered:
        return []
    repair = address(request, "repair_attempt", visit)
    talk = (address(request, "talks", visit), _("Bereid een gesprek voor"))
    return [*([(repair, _("Doe een poging, met een datum"))] if repair else []), talk]


def law_for(visit: Visit) -> dict[str, Any]:
    """Facts about notice for the country of this collaboration, with source and date; empty for another country."""
    law = farewell_texts()["law"]
    facts = next((one["facts"] for one in law["countries"] if one["id"] == visit.collaboration.country), ())
    return {**law, "facts": facts} if facts else {}


def numbers_for(visit: Visit) -> list[Mapping[str, Any]]:
    """Public numbers, those of her own country first."""
    found = list(farewell_texts()["numbers"]["countries"])
    return sorted(found, key=lambda one: one["id"] != visit.collaboration.country)
