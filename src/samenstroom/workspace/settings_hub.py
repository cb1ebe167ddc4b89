"""What lies on the page of settings: one line per page. Whoever adds a page of settings adds a line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenstroom.accounts.practices import practice_of
from samenstroom.kit.dates import full_date
from samenstroom.kit.language import language
from samenstroom.mail.choices import chosen_by
from samenstroom.mail.queries import troubles_of
from samenstroom.mail.wording import hours_line

from .access import erase_day_of

if TYPE_CHECKING:
    from samenstroom.accounts.models import Person


@dataclass(frozen=True)
class SettingsRow:
    """One page of settings: the full name of its address, its title, and one line about it."""

    address: str
    title: str
    hint: str = ""


@dataclass(frozen=True)
class SettingsPart:
    """Pages that belong together. `rows(person)` costs the same number of queries for everybody."""

    code: str
    title: str
    rows: list[SettingsRow]


def signing_in(person: Person) -> list[SettingsRow]:
    """How she comes in."""
    return [SettingsRow("workspace:sign_in", _("Hoe je inlogt"), person.email or "")]


def working_with(person: Person) -> list[SettingsRow]:
    """Who works beside her, and who looks along."""
    practice = practice_of(person)
    rows = [SettingsRow("workspace:practice", _("Je praktijk en je collega’s"), practice.name)] if practice else []
    return [
        *rows,
        SettingsRow("workspace:mentors", _("Laten meekijken"), _("Een mentor of coach ziet wat jij laat zien")),
        SettingsRow("workspace:mentees", _("Meekijken met een ander"), _("Als iemand jou als mentor vroeg")),
    ]


def programs(person: Person) -> list[SettingsRow]:
    """What comes in for her without her being there."""
    return [SettingsRow("workspace:connections", _("Koppelingen"), _("Een programma dat voor jou leest of schrijft"))]


def with_her_days(_person: Person) -> list[SettingsRow]:
    """What reaches her outside the app."""
    return [SettingsRow("workspace:agenda", _("Je agenda"), _("Wat er aankomt, ook in je eigen agenda"))]


def mailing(person: Person) -> list[SettingsRow]:
    """When she is mailed, and what did not arrive."""
    count = troubles_of(person).count()
    not_arrived = ngettext("%(count)s mail kwam misschien niet aan", "%(count)s mails kwamen misschien niet aan", count)
    hint = not_arrived % {"count": count} if count else hours_line(chosen_by(person))
    return [SettingsRow("workspace:mail_choices", _("Mail en herinneringen"), hint)]


def kept_of_her(person: Person) -> list[SettingsRow]:
    """What is kept of her; while she is about to be erased, until when she can come back."""
    day = erase_day_of(person)
    hint = _("Zien, meenemen, verbeteren of laten wissen")
    if day:
        hint = _("Je gegevens worden gewist op %(day)s. Je kunt nog terug.") % {"day": full_date(day, language())}
    return [SettingsRow("workspace:privacy", _("Wat er van je bewaard wordt"), hint)]


def looking_around(person: Person) -> list[SettingsRow]:
    """What is there to try."""
    return [SettingsRow("workspace:examples", _("Voorbeelden om in rond te kijken"))]


def parts_of(person: Person) -> list[SettingsPart]:
    """Every part, from top to bottom."""
    parts: tuple[tuple[str, str, Callable[[Person], list[SettingsRow]]], ...] = (
        ("inloggen", _("Inloggen"), signing_in),
        ("mail", _("Mail"), mailing),
        ("samen", _("Wie met je meewerkt en meekijkt"), working_with),
        ("programmas", _("Programma’s"), programs),
        ("dagen", _("Je dagen"), with_her_days),
        ("privacy", _("Privacy"), kept_of_her),
        ("rondkijken", _("Rondkijken"), looking_around),
    )
    return [SettingsPart(code, title, rows(person)) for code, title, rows in parts]
