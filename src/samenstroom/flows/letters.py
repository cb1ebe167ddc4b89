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
from samenstroom.kit.calendar_file import Guest
from samenstroom.kit.dates import long_date
from samenstroom.mail.invitations import Invitation
from samenstroom.mail.outbox import cancel_mail, is_queued, mail_is_on, queue_mail

Inviting = Callable[[Guest], Invitation]
"""Makes what comes with a mail for the calendar of who gets it."""
OF_ONE_KIND = Limit(5, timedelta(days=1))
LATER = timedelta(days=1)
"""When an invitation leaves after five of its kind in a day: what is newer by then takes its place."""


@dataclass(frozen=True)
class Letter:
    """A mail to the speaker of one side about this collaboration; `about` is the day it is about, if any."""

    to: Party
    other: Party
    collaboration: Collaboration
    about: date | None = None

    def queue(
        self, kind: str, unique_key: str, now: datetime, *, inviting: Inviting | None = None, stays_home: bool = False
    ) -> None:
        """Put it in the outbox, for when she chose to be mailed. Nothing happens without an address, or in an example.

        `inviting` makes the invitation that comes with it, for who gets it. With `stays_home` it is made and does not
        leave, for who would hear of it if mail about it had reached her.

        After five of one kind in a day the rest stays home: what lies on the table is there all the same, and
        proposing over and over fills nobody's mailbox. An invitation waits a day instead, so that her calendar learns
        how it ended. Her copy of the link is made also when she wants no mail: both see that copies exist, and what
        she chose is hers alone.
        """
        if self.collaboration.is_demo:
            return
        seat = self.to.speaker
        person = seat.person if seat else None
        if seat is None or person is None or not person.email or not person.is_active or not mail_is_on():
            return
        if is_queued(unique_key):
            return
        is_enough = had_enough(f"letter:{kind}:{self.collaboration.pk}:{self.to.pk}", now)
        if is_enough and inviting is None:
            return
        with translation.override(person.language):
            invitation = inviting(Guest(person.name, person.email)) if inviting else None
        queue_mail(
            kind=kind,
            to_email=person.email,
            language=person.language,
            words=self._words(seat, person, now),
            secret={"link": self._way_in(seat, person, now)},
            unique_key=unique_key,
            now=now,
            not_before=now + LATER if is_enough else None,
            person=person,
            invitation=invitation,
        )
        if stays_home:
            cancel_mail(unique_key=unique_key, now=now)

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


def had_enough(bucket: str, now: datetime) -> bool:
    """Whether five of these were mailed in a day already; counts this one."""
    try:
        count_try(bucket=bucket, limit=OF_ONE_KIND, now=now)
    except TooManyTriesError:
        return True
    return False


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
