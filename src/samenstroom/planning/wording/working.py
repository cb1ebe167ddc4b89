"""Working agreements in words: one page to read, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from samenstroom import content
from samenstroom.accounts.models import Person
from samenstroom.agreements.queries.in_force import InForce
from samenstroom.collaborations.visits import Visit
from samenstroom.kit.language import language
from samenstroom.planning.queries.pages import Pages, PageView
from samenstroom.profiles.queries.profile import profile_of

from .pages import ReadPage, read_page

HOURS_A_DAY = 8
"""How many hours a working day has."""


def working_texts() -> Mapping[str, Any]:
    """What there is to choose from."""
    return content.load("working", language())


def working_page(visit: Visit, view: PageView) -> ReadPage:
    """Put one version in words."""
    return read_page(
        visit, view, title=_("Zo werken jullie samen"), yes=_("Ja, zo doen we het"),
        rows=working_rows(view.page.content),
    )  # fmt: skip


def working_rows(kept: Mapping[str, Any]) -> tuple[dict[str, str], ...]:
    """The lines of one version; what was left open is not there. A dossier may hold anything, so nothing is trusted."""
    rows = (
        (_("Waar je elkaar vindt"), _channels(kept.get("channels"))),
        (_("Hoe snel jullie antwoorden"), reply_in_words(kept.get("response_days"))),
        (_("Wanneer jullie te bereiken zijn"), _reachable(kept)),
        (_("Hoe vaak jullie praten"), _both(_label("talks", kept.get("talks")), kept.get("talks_words"))),
        (_("Hoe jullie feedback geven"), _both(_labels("feedback", kept.get("feedback")), kept.get("feedback_words"))),
        (_("Wat haast heeft, en wat dan"), _text(kept.get("urgent"))),
    )
    return tuple({"label": label, "text": text} for label, text in rows if text)


def response_days(kept: Mapping[str, Any]) -> int | None:
    """Within how many working days both answer; None when that was left open."""
    days = kept.get("response_days")
    return days if isinstance(days, int) and not isinstance(days, bool) and days > 0 else None


def from_terms(held: InForce | None) -> dict[str, Any]:
    """What a signed agreement says already about answering, to begin with; 24 working hours are three days."""
    hours = held.response_hours if held else None
    return {"response_days": -(-hours // HOURS_A_DAY)} if hours else {}


def own_style(person: Person) -> tuple[dict[str, str], ...]:
    """What her own profile says about how she works, for her alone: to look at while she fills it in."""
    profile = profile_of(person)
    rows = (
        (_("Kanalen"), profile.channels),
        (_("Reactietijd"), profile.response_time),
        (_("Werktijden"), profile.working_hours),
    )
    return tuple({"label": label, "text": str(text)} for label, text in rows if text)


def reply_in_words(days: object) -> str:
    """`Binnen twee werkdagen`; a number that is not in the list is said too."""
    for one in working_texts()["replies"]:
        if one["days"] == days:
            return str(one["label"])
    known = response_days({"response_days": days})
    return _("Binnen %(n)s werkdagen") % {"n": known} if known else ""


def _channels(kept: object) -> str:
    if not isinstance(kept, Mapping):
        return ""
    named = [(one["label"], _text(kept.get(one["id"]))) for one in working_texts()["channels"]]
    return "\n".join(f"{label}: {what}" for label, what in named if what)


def _reachable(kept: Mapping[str, Any]) -> str:
    days = _labels("weekdays", kept.get("days"))
    hours = _text(kept.get("from")), _text(kept.get("until"))
    between = _("van %(from)s tot %(until)s uur") % {"from": hours[0], "until": hours[1]} if all(hours) else ""
    return "\n".join(filter(None, (", ".join(filter(None, (days, between))), _text(kept.get("reach")))))


def _labels(part: str, kept: object) -> str:
    chosen = kept if isinstance(kept, list | tuple) else ()
    labels = [str(one["label"]) for one in working_texts()[part] if one["id"] in chosen]
    return ", ".join(label if at == 0 else label[:1].lower() + label[1:] for at, label in enumerate(labels))


def _label(part: str, kept: object) -> str:
    return _labels(part, [kept])


def _both(chosen: str, words: object) -> str:
    return "\n".join(filter(None, (chosen, _text(words))))


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def working_in_words(visit: Visit, found: Pages) -> tuple[str, bool]:
    """One sentence for a row, and whether it is her turn."""
    name = {"name": visit.other_name}
    if found.proposed and found.proposed.waits_for_yes:
        return _("%(name)s stelt werkafspraken voor.") % name, visit.speaks
    if found.proposed:
        return _("Jouw voorstel ligt bij %(name)s.") % name, False
    if found.holds:
        days = reply_in_words(found.holds.page.content.get("response_days"))
        return (
            _("%(reply)s antwoord, en hoe jullie praten.") % {"reply": days}
            if days
            else _("Hoe jullie elkaar vinden en praten.")
        ), False
    return _("Waar vind je elkaar, hoe snel, en wat heeft haast?"), False
