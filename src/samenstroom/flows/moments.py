"""A moment with an hour in the calendars of everybody it is for: asked, settled, moved, called off.

A calendar that once got it by mail hears of each change, also that of who made the change: it is one name over time,
and a higher number each time. Somebody outside has it only while all agree. `docs/calendar.md` lists every moment.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from email.utils import parseaddr
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from samenstroom.collaborations.models import Collaboration, Party
from samenstroom.kit.calendar_file import Guest, Moment, invitation_file
from samenstroom.mail.choices import Chosen
from samenstroom.mail.invitations import Invitation
from samenstroom.mail.models import OutgoingMail
from samenstroom.mail.outbox import cancel_older, mail_that_waits_or_left, mails_called, may_be_there, queue_mail
from samenstroom.rules.mail_hours import next_mail_moment

from .letters import LATER, Inviting, Letter, had_enough, letters_of


@dataclass(frozen=True)
class Mails:
    """Which mails one kind of moment sends: `key` begins the names of them all."""

    key: str
    asked: str
    off: str = "moment_cancelled"


MOMENTS: Mapping[str, Mails] = {
    "planning.KickoffTalk": Mails("kickoff-talk", "kickoff_invitation", "kickoff_cancelled"),
    "farewell.WorkInSession": Mails("work-in", "moment_proposed"),
    "adjusting.MediationTalk": Mails("mediation-moment", "mediation_talk"),
}
"""Every model that holds a day and an hour on which people meet."""
SETTLED, CHANGED, OFF = "moment_agreed", "moment_changed", "moment_cancelled"
SETTLED_OUTSIDE, OFF_OUTSIDE = "outside_moment_agreed", "outside_moment_cancelled"
STOOD = ("begins", "ends")
"""In the words of a mail to somebody outside: when it stood in her calendar."""
TAKES_OUT = frozenset({OFF, OFF_OUTSIDE, *(one.off for one in MOMENTS.values())})


@dataclass(frozen=True)
class Outsider:
    """Somebody outside who is there too: the mail that brought her the link she has now, and her page."""

    name: str
    link_mail: str
    page: str


@dataclass(frozen=True)
class Meeting:
    """One moment for all, as calendars know it; what stands in a mail is less: neither what it is about, nor where.

    `organizer` is who invites; without it each reads the name of the other.
    """

    of: str
    name: str
    collaboration: Collaboration
    moment: Moment
    organizer: str = ""
    outsider: Outsider | None = None

    @property
    def mails(self) -> Mails:
        return MOMENTS[self.of]

    @property
    def key(self) -> str:
        """How the names of all its mails begin."""
        return f"{self.mails.key}:{self.name}:"

    @property
    def key_now(self) -> str:
        """How the names of its mails begin, as it is now."""
        return f"{self.key}{self.moment.sequence}"

    @property
    def ends_at(self) -> datetime:
        """When it is over."""
        assert isinstance(self.moment.ends_at, datetime), "a moment has an hour"
        return self.moment.ends_at

    @property
    def begins_at(self) -> datetime:
        """When it begins."""
        assert isinstance(self.moment.begins_at, datetime), "a moment has an hour"
        return self.moment.begins_at


def tell_asked(meeting: Meeting, *, to: Sequence[Party], now: datetime) -> None:
    """It waits for a yes of these sides; who has it in her calendar already hears that it moved.

    What has not left of how it was before stays home. Nothing is told of a moment that has passed.
    """
    before = _before(meeting, now)
    asked = {party.pk for party in to}
    for letter in letters_of(meeting.collaboration):
        if letter.to.pk in asked:
            _send(meeting, letter, meeting.mails.asked, before, now)
        elif _was_told(before, letter):
            _send(meeting, letter, CHANGED, before, now, is_follow_up=True)
    _take_out_outside(meeting, before, now)


def tell_settled(meeting: Meeting, *, now: datetime) -> None:
    """All agree: it stands, for both sides and for who comes from outside, if her link went to an address."""
    before = _before(meeting, now)
    for letter in letters_of(meeting.collaboration):
        _send(meeting, letter, SETTLED, before, now)
    outsider = meeting.outsider
    came = mail_that_waits_or_left(outsider.link_mail) if outsider and outsider.link_mail else None
    if outsider and came and not meeting.collaboration.is_demo:
        _send_outside(meeting, SETTLED_OUTSIDE, came, outsider, now)


def tell_unsettled(meeting: Meeting, *, now: datetime) -> None:
    """Somebody cannot after all, and it lies there still: it waits again in the calendars that have it."""
    tell_asked(meeting, to=(), now=now)


def tell_off(meeting: Meeting, *, now: datetime, by: Party | None = None, said_yes: Collection[int] = ()) -> None:
    """It is off: out of the calendars that have it. Who said yes hears so also when no mail ever brought it to her.

    `by` is who called it off: she reads it in other words, and only when her calendar has it.
    """
    before = _before(meeting, now)
    for letter in letters_of(meeting.collaboration):
        is_own = by is not None and by.pk == letter.to.pk
        has_to_know = letter.to.pk in said_yes and not is_own
        if has_to_know or _was_told(before, letter):
            kind = OFF if is_own else meeting.mails.off
            _send(meeting, letter, kind, before, now, is_follow_up=not has_to_know)
    _take_out_outside(meeting, before, now)


def _before(meeting: Meeting, now: datetime) -> list[OutgoingMail]:
    """What was mailed about it until now; what has not left stays home."""
    as_it_is = f"{meeting.key_now}:"
    cancel_older(begins_with=meeting.key, but=as_it_is, now=now)
    return mails_called(meeting.key, but=as_it_is)


def _was_told(before: Sequence[OutgoingMail], letter: Letter) -> bool:
    """Whether mail about it was made for who speaks for this side, left or not, and none yet that it is off."""
    seat = letter.to.speaker
    hers = [mail for mail in before if seat and mail.person_id is not None and mail.person_id == seat.person_id]
    return bool(hers) and hers[-1].kind not in TAKES_OUT


def _send(
    meeting: Meeting, letter: Letter, kind: str, before: Sequence[OutgoingMail], now: datetime,
    *, is_follow_up: bool = False,
) -> None:  # fmt: skip
    """The mail to one side. A follow-up leaves only for who has it in her calendar.

    It is made all the same, and stays home: with it comes a copy of her link, which both see, and whether mail reaches
    her is hers alone.
    """
    speaker = letter.other.speaker
    by = meeting.organizer or (speaker.first_name if speaker else "")
    has_it = _was_told([mail for mail in before if may_be_there(mail)], letter)
    if meeting.ends_at > now:
        inviting = _inviting(meeting, by, now, is_news=not has_it)
        stays_home = is_follow_up and not has_it
        key = f"{meeting.key_now}:{letter.to.pk}"
        letter.queue(kind, key, now, inviting=inviting, stays_home=stays_home)


def _inviting(meeting: Meeting, by: str, now: datetime, *, is_news: bool) -> Inviting:
    """The file for one person: the address of this place for who invites, so that nobody learns that of another.

    What changes a calendar is needed at once; what is new, before it begins.
    """
    organizer = Guest(by, parseaddr(settings.DEFAULT_FROM_EMAIL)[1])
    uid = f"{meeting.name}@{urlsplit(settings.PUBLIC_URL).hostname or 'samenstroom'}"

    def made_for(guest: Guest) -> Invitation:
        told = replace(meeting.moment, uid=uid, title=_("Gesprek"), place="", note="")
        content = invitation_file(told, organizer, guest).decode()
        return Invitation(content, meeting.begins_at if is_news else now, meeting.ends_at)

    return made_for


def _take_out_outside(meeting: Meeting, before: Sequence[OutgoingMail], now: datetime) -> None:
    """Out of the calendar of who comes from outside, if it is there, at the address where it went.

    As it stood there: of another time she hears once all agree on it.
    """
    hers = [mail for mail in before if mail.person_id is None and mail.to_email and may_be_there(mail)]
    if not hers or hers[-1].kind in TAKES_OUT or meeting.outsider is None:
        return
    begins_at, ends_at = (datetime.fromisoformat(hers[-1].words[one]) for one in STOOD)
    off = replace(
        meeting.moment, begins_at=begins_at, ends_at=ends_at, stamp=now, is_tentative=False, is_cancelled=True
    )
    _send_outside(replace(meeting, moment=off), OFF_OUTSIDE, hers[-1], meeting.outsider, now)


def _send_outside(meeting: Meeting, kind: str, came: OutgoingMail, to: Outsider, now: datetime) -> None:
    """At an address somebody typed, in the usual hours: she chose none herself."""
    if meeting.ends_at <= now:
        return
    other = str(came.words.get("other", ""))
    stands = dict(zip(STOOD, (meeting.begins_at.isoformat(), meeting.ends_at.isoformat()), strict=True))
    is_enough = had_enough(f"outside:{meeting.key}", now)
    ready_at = now + LATER if is_enough else now
    with translation.override(came.language):
        invitation = _inviting(meeting, other, now, is_news=kind == SETTLED_OUTSIDE)(Guest(to.name, came.to_email))
    queue_mail(
        kind=kind,
        to_email=came.to_email,
        language=came.language,
        words={"other": other, **stands},
        secret={"name": to.name, "link": f"{settings.PUBLIC_URL}{to.page}"},
        unique_key=f"{meeting.key_now}:outside",
        now=now,
        not_before=next_mail_moment(ready_at, Chosen().hours_at(ready_at)),
        by=came.by,
        invitation=invitation,
    )
