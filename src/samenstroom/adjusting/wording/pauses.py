"""Pauses in words: what lies there, until when, and what stands still."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from samenstroom.adjusting.models import Pause
from samenstroom.adjusting.queries.pauses import PauseView, proposed_pause, running_pause
from samenstroom.adjusting.wording.attempts import Act, repair_texts
from samenstroom.collaborations.visits import Visit


@dataclass(frozen=True)
class PausePage:
    """One pause for who looks."""

    public_id: str
    title: str
    say: str
    rows: tuple[dict[str, str], ...]
    words: str
    acts: tuple[Act, ...]


def pause_page(visit: Visit, view: PauseView) -> PausePage:
    """Put one pause in words."""
    title, say = _standing(visit, view)
    return PausePage(
        public_id=view.pause.public_id,
        title=title,
        say=say,
        rows=tuple({"label": label, "text": text} for label, text in _rows(visit, view) if text),
        words=str(view.pause.words),
        acts=_acts(view) if visit.speaks else (),
    )


def until_words(view: PauseView) -> str:
    """`Jullie staan even stil tot 1 mei.`; without an end, that it is open."""
    pause = view.pause
    if pause.resumes_on:
        return _("Jullie staan even stil tot %(day)s.") % {"day": in_words(pause.resumes_on, view.today)}
    return _("Jullie staan even stil. Het einde is nog open.")


def in_words(day: date, today: date) -> str:
    """`1 mei`, with the year when it is another one."""
    return str(date_format(day, "j F" if day.year == today.year else "j F Y"))


def _standing(visit: Visit, view: PauseView) -> tuple[str, str]:
    name = {"name": visit.other_name, "day": in_words(view.pause.starts_on, view.today)}
    if view.waits_for_yes:
        return _("%(name)s stelt een pauze voor") % name, _(
            "Past het? Zeg dan ja. Past het niet? Stel iets anders voor."
        )
    if view.is_proposed:
        return _("Jouw voorstel ligt bij %(name)s") % name, _("De pauze geldt zodra %(name)s ja zegt.") % name
    if view.is_running:
        return until_words(view).rstrip("."), _meanwhile(visit, view)
    if view.is_coming:
        return _("Jullie staan even stil vanaf %(day)s") % name, _("Tot dan loopt alles door.")
    return _("De pauze is voorbij"), _("Jullie zijn weer verdergegaan.")


def _meanwhile(visit: Visit, view: PauseView) -> str:
    if view.asks_to_look:
        return _("Jullie wilden er nu opnieuw naar kijken. Gaan jullie verder, of duurt de pauze nog even?")
    if "checkins" in view.pause.still:
        return _("Er hoeft niets. Nieuwe check-ins komen als jullie weer verdergaan.")
    return _("Er hoeft niets. De check-ins lopen gewoon door.")


def _rows(visit: Visit, view: PauseView) -> list[tuple[str, str]]:
    pause, today = view.pause, view.today
    return [
        (_("Vanaf"), in_words(pause.starts_on, today)),
        (_("Tot"), _end(pause, today)),
        (_("Dit staat stil"), still_words(pause.still)),
        (_("Waarom"), reason_words(pause.reason)),
        (_("Genoteerd"), _("door %(name)s") % {"name": _writer(visit, view)} if pause.noted_at else ""),
    ]


def _end(pause: Pause, today: date) -> str:
    ends = pause.ended_on or pause.resumes_on
    if ends:
        return in_words(ends, today)
    if pause.look_again_on:
        return _("Nog open. Opnieuw kijken op %(day)s") % {"day": in_words(pause.look_again_on, today)}
    return _("Nog open")


def _writer(visit: Visit, view: PauseView) -> str:
    return visit.my_name if view.i_proposed else visit.other_name


def still_words(still: Sequence[str]) -> str:
    """`de check-ins, het werk`."""
    return ", ".join(str(one["short"]) for one in repair_texts()["still"] if one["id"] in still)


def reason_words(reason: str) -> str:
    """`Vakantie of vrij`; empty when nobody gave one."""
    return next((str(one["label"]) for one in repair_texts()["reasons"] if one["id"] == reason), "")


def _acts(view: PauseView) -> tuple[Act, ...]:
    other = Act("", _("Stel iets anders voor"), page="pause_propose")
    if view.waits_for_yes:
        return Act("agree", _("Ja, we staan even stil"), is_main=True), other, Act("drop", _("Liever niet"))
    if view.is_proposed:
        return other, Act("drop", _("Haal mijn voorstel van tafel"))
    if view.is_running:
        return (Act("end", _("We gaan weer verder"), is_main=view.asks_to_look),)
    return (Act("end", _("Toch geen pauze")),) if view.is_coming else ()


def pause_row(visit: Visit, views: Sequence[PauseView]) -> tuple[str, str]:
    """A hint and a state (empty when nothing waits for her) for the page of the collaboration."""
    proposed, running = proposed_pause(views), running_pause(views)
    turn = _("Nu jij") if visit.speaks else ""
    if proposed and proposed.waits_for_yes:
        return _("%(name)s stelt een pauze voor.") % {"name": visit.other_name}, turn
    if running:
        return until_words(running), turn if running.asks_to_look else ""
    if proposed:
        return _("Jouw voorstel ligt bij %(name)s.") % {"name": visit.other_name}, ""
    coming = next((one for one in views if one.is_coming), None)
    if coming:
        day = in_words(coming.pause.starts_on, coming.today)
        return _("Jullie staan even stil vanaf %(day)s.") % {"day": day}, ""
    return _("Ziek, vrij, of een druk seizoen? Sta samen even stil."), ""
