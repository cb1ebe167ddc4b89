"""Mail to one person at a table, with a way in that fits her: her own page, or a fresh copy of her personal link."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from samenstroom.accounts.links import LINK_LIFETIME, MAIL, mint_link
from samenstroom.accounts.models import Person
from samenstroom.accounts.throttle import Limit, TooManyTriesError, count_try
from samenstroom.collaborations.models import Collaboration, Party, Seat
from samenstroom.kit import clock
from samenstroom.kit.dates import long_date
from samenstroom.mail.outbox import is_queued, mail_is_on, queue_mail

Calendar = Callable[[Person], bytes]
OF_ONE_KIND = Limit(5, timedelta(days=1))


@dataclass(frozen=True)
class Letter:
    """A mail to the speaker of one side about this collaboration; `about` is the day it is about, if any."""

    to: Party
    other: Party
    collaboration: Collaboration
    about: date | None = None

    def queue(self, kind: str, unique_key: str, now: datetime, *, calendar: Calendar | None = None) -> None:
        """Put it in the outbox, for when she chose to be mailed. Nothing happens without an address, or in an example.

        `calendar` makes the invitation that comes with it, for who gets it.

        After five of one kind in a day the rest stays home: what lies on the table is there all the same, and
        proposing over and over fills nobody's mailbox. Her copy of the link is made also when she wants no mail: both
        see that copies exist, and what she chose is hers alone.
        """
        if self.collaboration.is_demo:
            return
        seat = self.to.speaker
        person = seat.person if seat else None
        if seat is None or person is None or not person.email or not person.is_active or not mail_is_on():
            return
        if is_queued(unique_key) or self._had_enough(kind, now):
            return
        queue_mail(
            kind=kind,
            to_email=person.email,
            language=person.language,
            words=self._words(seat, person, now),
            secret={"link": self._way_in(seat, person, now), **_invitation(person, calendar)},
            unique_key=unique_key,
            now=now,
            person=person,
        )

    def _had_enough(self, kind: str, now: datetime) -> bool:
        try:
            count_try(bucket=f"letter:{kind}:{self.collaboration.pk}:{self.to.pk}", limit=OF_ONE_KIND, now=now)
        except TooManyTriesError:
            return True
        return False

    def _words(self, seat: Seat, person: Person, now: datetime) -> dict[str, str]:
        words = {"name": seat.first_name, "other": self.other.speaker.first_name if self.other.speaker else ""}
        if self.about:
            words["date"] = long_date(self.about, person.language)
        if not person.has_account:
            words["until"] = long_date(clock.day_of(now + LINK_LIFETIME), person.language)
        return words

    def _way_in(self, seat: Seat, person: Person, now: datetime) -> str:
        if not person.has_account and seat.invitee is not None:
            minted = mint_link(invitee=seat.invitee, by=person, channel=MAIL, now=now)
            return settings.PUBLIC_URL + reverse("portal:link", args=[minted.token])
        return settings.PUBLIC_URL + reverse("workspace:collaboration", args=[self.collaboration.public_id])


def _invitation(person: Person, calendar: Calendar | None) -> dict[str, str]:
    """Kept with the link, sealed, and wiped with it once the mail has left."""
    if calendar is None:
        return {}
    with translation.override(person.language):
        return {"calendar": calendar(person).decode()}


def letters_of(collaboration: Collaboration, about: date | None = None) -> list[Letter]:
    """One letter to each side of a table."""
    parties = list(
        Party.objects.filter(collaboration=collaboration)
        .select_related("speaker__person", "speaker__invitee")
        .order_by("position")
    )
    return [
        Letter(to=party, other=other, collaboration=collaboration, about=about)
        for party in parties
        for other in parties
        if other.pk != party.pk
    ]


def letter_to(party: Party, about: date | None = None) -> Letter:
    """The letter to this side of its table."""
    return next(one for one in letters_of(party.collaboration, about) if one.to.pk == party.pk)
