"""Connections in words: what each may do, and what it did."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from samenstroom.connections.labels import Scope
from samenstroom.connections.models import Connection, DayOfUse
from samenstroom.connections.queries.connections import ConnectionView
from samenstroom.kit import clock
from samenstroom.kit.dates import full_date
from samenstroom.kit.language import language

HINTS = {
    Scope.SHARED_READ: gettext_lazy("De tijdlijn, open check-ins, afspraken, taken, uren, facturen en signalen."),
    Scope.SHARED_WRITE: gettext_lazy("Uren, taken, meerwerk, een check-in of een regel. De ander ziet dat."),
    Scope.PRIVATE_READ: gettext_lazy("Je gevoel, je eigen regels, wat je zelf hield en signalen voor jou alleen."),
    Scope.PRIVATE_WRITE: gettext_lazy("Je gevoel noteren, of een regel voor jezelf. Lezen kan het daarmee niet."),
}

NOUNS = {
    "me": gettext_lazy("Wie je bent"),
    "collaborations": gettext_lazy("Je samenwerkingen"),
    "collaboration": gettext_lazy("Een samenwerking"),
    "history": gettext_lazy("De tijdlijn"),
    "rounds": gettext_lazy("Check-ins"),
    "round_answer": gettext_lazy("Een check-in"),
    "agreement": gettext_lazy("Wat is afgesproken"),
    "tasks": gettext_lazy("Taken"),
    "task_done": gettext_lazy("Een taak die klaar is"),
    "task_later": gettext_lazy("Een dag die niet lukt"),
    "hours": gettext_lazy("Uren"),
    "extra_work": gettext_lazy("Meerwerk"),
    "invoices": gettext_lazy("Facturen"),
    "decisions": gettext_lazy("Besluiten"),
    "feedback": gettext_lazy("Feedback"),
    "signals": gettext_lazy("Signalen"),
    "feelings": gettext_lazy("Je gevoel"),
}
"""What a connection reads or writes, as its list of use says it."""


@dataclass(frozen=True)
class ConnectionRow:
    """One connection in the list."""

    public_id: str
    name: str
    hint: str
    works: bool
    word: str


@dataclass(frozen=True)
class UseRow:
    """What it did on one day."""

    on: date
    lines: tuple[str, ...]


def scope_rows(scopes: Sequence[str] | None = None) -> list[tuple[str, str, str]]:
    """Code, name and what it means, of all scopes or of these."""
    wanted = [one for one in Scope if scopes is None or one.value in scopes]
    return [(one.value, str(one.label), str(HINTS[one])) for one in wanted]


def connection_row(view: ConnectionView) -> ConnectionRow:
    """One of hers, with when it was used last."""
    one = view.connection
    used = full_date(view.last_used_on, language()) if view.last_used_on else ""
    hint = _("Laatst gebruikt op %(day)s") % {"day": used} if used else _("Nog niet gebruikt")
    return ConnectionRow(one.public_id, str(one.name), hint, view.works, _standing(one, works=view.works))


def _standing(one: Connection, *, works: bool) -> str:
    if works:
        return _("werkt")
    return _("ingetrokken") if one.withdrawn_at else _("verlopen")


def until_words(one: Connection) -> str:
    """Until when it works, or since when not."""
    if one.withdrawn_at:
        return _("Ingetrokken op %(day)s.") % {"day": _day(one.withdrawn_at)}
    return _("Werkt tot %(day)s.") % {"day": _day(one.expires_at)}


def use_rows(days: Sequence[DayOfUse]) -> list[UseRow]:
    """What it did, per day, newest first."""
    found: dict[date, list[str]] = {}
    for one in days:
        found.setdefault(one.on, []).append(_did(one))
    return [UseRow(on, tuple(lines)) for on, lines in found.items()]


def _did(one: DayOfUse) -> str:
    noun, _colon, way = one.what.partition(":")
    words = {"what": NOUNS.get(noun, noun), "n": one.times}
    if way == "read":
        return ngettext("%(what)s: gelezen, %(n)s keer", "%(what)s: gelezen, %(n)s keer", one.times) % words
    return ngettext("%(what)s: geschreven, %(n)s keer", "%(what)s: geschreven, %(n)s keer", one.times) % words


def _day(moment: datetime) -> str:
    return full_date(clock.day_of(moment), language())
