"""Rounds over time: open what is due, and say so in a mail that holds no content.

One invitation and one reminder per round and person, never at night or in the weekend, and nothing twice: each mail
has a key of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse

from samenstroom.accounts.links import LINK_LIFETIME, mint_link
from samenstroom.accounts.models import Person, PersonalLink
from samenstroom.checkins.actions import open_round
from samenstroom.checkins.models import Answer, Rhythm, Round
from samenstroom.collaborations.models import Party, Seat
from samenstroom.kit import clock
from samenstroom.kit.dates import long_date
from samenstroom.mail.outbox import cancel_mail, is_queued, mail_is_on, queue_mail
from samenstroom.rules.rounds import next_opening, reminder_due, within_quiet_hours


def sweep_rounds(*, now: datetime) -> int:
    """Open the rounds that are due and queue the mail about open rounds. Running it again changes nothing.

    Returns how many rounds opened.
    """
    opened = sum(_open_if_due(rhythm, now) for rhythm in _running_rhythms())
    if mail_is_on():
        for round_ in _waiting_rounds():
            _mail_about(round_, now)
    return opened


def _running_rhythms() -> QuerySet[Rhythm]:
    running = Rhythm.objects.filter(ended_at=None).exclude(accepted_at=None)
    return running.select_related("collaboration").order_by("pk")


def _open_if_due(rhythm: Rhythm, now: datetime) -> bool:
    today = clock.day_of(now)
    last = Round.objects.filter(collaboration=rhythm.collaboration).order_by("-number").first()
    accepted_on = clock.day_of(rhythm.accepted_at) if rhythm.accepted_at else None
    due_on = next_opening(last.opened_on if last else None, accepted_on, rhythm.weeks, today)
    if due_on != today or (last and last.opened_on == today):
        return False
    open_round(collaboration=rhythm.collaboration, now=now)
    return True


def _waiting_rounds() -> QuerySet[Round]:
    waiting = Round.objects.filter(revealed_at=None, closed_at=None)
    return waiting.select_related("collaboration").order_by("pk")


def _mail_about(round_: Round, now: datetime) -> None:
    """One invitation, later at most one reminder, to each side's speaker who has not sent yet."""
    sent = set(Answer.objects.filter(round=round_).exclude(sent_at=None).values_list("party", flat=True))
    for party in _parties(round_):
        if party.pk in sent or party.speaker is None:
            continue
        other = next(p for p in _parties(round_) if p.pk != party.pk)
        letter = Letter(to=party.speaker, other=other.speaker, round_=round_)
        letter.queue("checkin_invitation", f"round:{round_.public_id}:{party.pk}", now)
        if reminder_due(round_.opened_on, False, False, clock.day_of(now)):
            letter.queue("checkin_reminder", f"remind:{round_.public_id}:{party.pk}", now)


def _parties(round_: Round) -> list[Party]:
    return list(
        Party.objects.filter(collaboration=round_.collaboration_id)
        .select_related("speaker__person", "speaker__invitee")
        .order_by("position")
    )


def mail_reveal(*, round_: Round, now: datetime) -> None:
    """Tell both speakers that the envelopes are open; a reminder that has not left yet stays home."""
    parties = _parties(round_)
    for party in parties:
        cancel_mail(unique_key=f"remind:{round_.public_id}:{party.pk}", now=now)
        other = next(p for p in parties if p.pk != party.pk)
        if party.speaker:
            letter = Letter(to=party.speaker, other=other.speaker, round_=round_)
            letter.queue("reveal", f"reveal:{round_.public_id}:{party.pk}", now)


@dataclass(frozen=True)
class Letter:
    """A mail about a round to one seat, with a way in that fits her: her own page or a fresh personal link."""

    to: Seat
    other: Seat | None
    round_: Round

    def queue(self, kind: str, unique_key: str, now: datetime) -> None:
        """Put it in the outbox, for working hours. Nothing happens without a person with an address."""
        person = self.to.person
        if person is None or not person.email or not mail_is_on():
            return
        if is_queued(unique_key):
            return
        queue_mail(
            kind=kind,
            to_email=person.email,
            language=person.language,
            words=self._words(person, now),
            secret={"link": self._way_in(now)},
            unique_key=unique_key,
            now=now,
            not_before=next_working_moment(now),
        )

    def _words(self, person: Person, now: datetime) -> dict[str, str]:
        words = {
            "name": self.to.first_name,
            "other": self.other.first_name if self.other else "",
            "date": long_date(self.round_.opened_on, person.language),
        }
        if not person.has_account:
            words["until"] = long_date(clock.day_of(now + LINK_LIFETIME), person.language)
        return words

    def _way_in(self, now: datetime) -> str:
        person = self.to.person
        if person is not None and not person.has_account and self.to.invitee is not None:
            minted = mint_link(invitee=self.to.invitee, by=person, channel=PersonalLink.Channel.MAIL, now=now)
            return settings.PUBLIC_URL + reverse("portal:link", args=[minted.token])
        return settings.PUBLIC_URL + reverse(
            "workspace:collaboration", args=[self.round_.collaboration.public_id]
        )


def next_working_moment(now: datetime) -> datetime:
    """The first moment from `now` on, in steps of half an hour, that is not in quiet hours."""
    moment = now
    while _is_quiet(moment):
        moment += timedelta(minutes=30)
    return moment


def _is_quiet(moment: datetime) -> bool:
    local = moment.astimezone(clock.AMSTERDAM)
    return within_quiet_hours(local.time(), local.weekday())
