"""The calendar of one person as a file: titles that say no more than needed, and the same bytes on the same day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from django.utils import translation
from django.utils.translation import gettext as _

from samenstroom.agenda.queries.coming import Coming
from samenstroom.kit import clock
from samenstroom.kit.calendar_file import Moment, calendar_feed
from samenstroom.kit.dates import long_date
from samenstroom.kit.language import language

REFRESH = timedelta(hours=6)
"""How often a calendar is asked to come back."""


def feed_file(
    coming: Iterable[Coming], *, language: str, is_neutral: bool, host: str, page: str, now: datetime
) -> bytes:
    """Everything that lies ahead. `page` is the address of a collaboration, with `{}` for which one.

    It is stamped with the day, not with the second: asked twice on one day it is the same to the byte.
    """
    stamp = datetime.combine(clock.day_of(now), time(), UTC)
    with translation.override(language):
        moments = [
            Moment(
                uid=f"{one.key}@{host}",
                title=title_of(one, is_neutral=is_neutral),
                stamp=stamp,
                begins_at=one.begins_at,
                ends_at=one.ends_at,
                address=page.format(one.visit.collaboration.public_id),
                sequence=one.changes,
                is_tentative=one.is_tentative,
            )
            for one in coming
        ]
        return calendar_feed(moments, name="Samenstroom", refresh=REFRESH)


@dataclass(frozen=True)
class FeedRow:
    """One moment on the page that shows what her calendar will hold."""

    when: str
    title: str
    is_private: bool


def feed_rows(coming: Iterable[Coming], *, is_neutral: bool) -> list[FeedRow]:
    """The same titles as in her calendar, with the day in words."""
    return [FeedRow(_when(one), title_of(one, is_neutral=is_neutral), one.is_private) for one in coming]


def _when(one: Coming) -> str:
    day = long_date(one.on, language())
    if not isinstance(one.begins_at, datetime):
        return day
    return _("%(day)s, %(time)s uur") % {"day": day, "time": f"{one.begins_at.astimezone(clock.AMSTERDAM):%H.%M}"}


def title_of(one: Coming, *, is_neutral: bool = False) -> str:
    """What stands in her calendar: who and which kind, never what. Of something of her own not even who."""
    if is_neutral:
        return _("Iets in Samenstroom")
    if one.is_private:
        return _("Iets voor jezelf: Samenstroom")
    return titles()[one.kind] % {"name": one.visit.other_name}


def titles() -> dict[str, str]:
    """Kind -> its title."""
    return {
        "checkin": _("Check-in met %(name)s"),
        "look": _("Samen terugkijken met %(name)s"),
        "pause": _("De pauze met %(name)s is voorbij"),
        "task": _("Een taak voor het werk met %(name)s"),
        "ready": _("Iets klaarzetten voor %(name)s"),
        "review": _("De overeenkomst bekijken met %(name)s"),
        "choose": _("Kiezen: gaat de overeenkomst met %(name)s door?"),
        "ends": _("De overeenkomst met %(name)s loopt af"),
        "invoice": _("Laatste betaaldag, werk met %(name)s"),
        "trial_begins": _("Het proefproject met %(name)s begint"),
        "trial_ends": _("Het proefproject met %(name)s is klaar"),
        "last_day": _("Laatste werkdag met %(name)s"),
        "handover": _("Iets overdragen, werk met %(name)s"),
        "kickoff": _("Startgesprek met %(name)s"),
        "mediation": _("Gesprek met %(name)s"),
        "work_in": _("Inwerken, werk met %(name)s"),
    }
