"""Signing a version, or not: each from her own place, and never for the other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from samenstroom.agreements.expiry import is_past
from samenstroom.agreements.models import AgreementVersion, Refusal, Signature, TrailEvent
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.models import Collaboration, Party, Seat
from samenstroom.kit import clock

from .open_proposals import close_what_waits
from .trail import add_link, fingerprint_of, open_trail, who, write_version_line

Kind = TrailEvent.Kind
MADE = AgreementVersion.Way.MADE.value


class LastDayOverError(Exception):
    """The last day on which this version could be signed is over."""


class OtherTextError(Exception):
    """The text is not the one she read, or not the one the other signed."""


@dataclass(frozen=True)
class Consent:
    """What she gave: her typed name, the number of the sentence she agreed to, the fingerprint of what she read."""

    typed_name: str
    consent_version: int
    fingerprint: str


@transaction.atomic
def sign_version(
    *, version: AgreementVersion, seat: Seat, consent: Consent, identified_by: str, now: datetime
) -> Signature:
    """Her side has signed; when every side has, the version holds and an earlier one no longer does.

    History: that she signed; signing twice changes nothing. Refuses who only reads along, a seat nobody sits on, a side
    that is alone, a version that is not open, and one that came from a file (NotAllowedError); a text that differs from
    the one she read or the one the trail began with (OtherTextError); its last day that is over (LastDayOverError).
    When the last side has signed, what was proposed about it waits no more.
    """
    held = _hold(version, seat)
    earlier = Signature.objects.filter(version=held, party=seat.party).first()
    if earlier:
        return earlier
    if is_past(held, now):
        raise LastDayOverError
    if not held.is_open or held.is_read_in or held.way != MADE or not held.text or not _all_sit(held):
        raise NotAllowedError
    open_trail(held)
    _refuse_other_text(held, consent.fingerprint)
    made = _write_signature(held, seat, consent, identified_by, now)
    if made.position == Party.objects.filter(collaboration=held.collaboration_id).count():
        _take_effect(held, now)
    line = "signed_last" if made.position > 1 else "signed"
    write_version_line(held, seat, line, now)
    return made


@transaction.atomic
def decline_version(*, version: AgreementVersion, seat: Seat, reason: str, now: datetime) -> Refusal:
    """This version is not signed any more, and both read why. History: that she does not sign it; once.

    Refuses who only reads along, the side that put it there (she can take it off the table), a side that signed it, a
    version that is not open, and one that was signed elsewhere (NotAllowedError).
    """
    held = _hold(version, seat)
    earlier = Refusal.objects.filter(version=held, seat=seat).first()
    if earlier:
        return earlier
    is_own = held.put_by is not None and held.put_by.party_id == seat.party_id
    has_signed = Signature.objects.filter(version=held, party=seat.party).exists()
    if held.way != MADE or not held.is_open or is_own or has_signed:
        raise NotAllowedError
    open_trail(held)
    made = Refusal.objects.create(
        collaboration=seat.collaboration, version=held, seat=seat, reason=reason, declined_at=now
    )
    AgreementVersion.objects.filter(pk=held.pk).update(declined_at=now)
    add_link(version=held, kind=Kind.DECLINED.value, said={**who(seat), "reason": reason}, at=now)
    write_version_line(held, seat, "declined", now)
    return made


def _hold(version: AgreementVersion, seat: Seat) -> AgreementVersion:
    """Two people who act at once do so one after the other."""
    if seat.party.speaker_id != seat.pk or seat.person_id is None or version.collaboration_id != seat.collaboration_id:
        raise NotAllowedError
    Collaboration.objects.select_for_update().get(pk=seat.collaboration_id)
    return AgreementVersion.objects.select_related("put_by__party", "amends").get(pk=version.pk)


def _all_sit(version: AgreementVersion) -> bool:
    parties = Party.objects.filter(collaboration=version.collaboration_id).select_related("speaker")
    return all(one.speaker and one.speaker.person_id for one in parties)


def _refuse_other_text(version: AgreementVersion, read: str) -> None:
    first = TrailEvent.objects.filter(version=version).order_by("position")[0]
    if not read == first.said["fingerprint"] == fingerprint_of(version):
        raise OtherTextError


def _write_signature(
    version: AgreementVersion, seat: Seat, consent: Consent, identified_by: str, now: datetime
) -> Signature:
    position = Signature.objects.filter(version=version).count() + 1
    said = {
        **who(seat),
        "typed_name": consent.typed_name,
        "consent": consent.consent_version,
        "identified_by": identified_by,
        "fingerprint": consent.fingerprint,
        "order": position,
    }
    link = add_link(version=version, kind=Kind.SIGNED.value, said=said, at=now)
    return Signature.objects.create(
        collaboration=seat.collaboration,
        version=version,
        party=seat.party,
        seat=seat,
        position=position,
        typed_name=consent.typed_name,
        consent_version=consent.consent_version,
        identified_by=Signature.Way(identified_by).value,
        signed_at=now,
        zone=str(clock.AMSTERDAM),
        fingerprint=consent.fingerprint,
        chained=link.digest,
    )


def _take_effect(version: AgreementVersion, now: datetime) -> None:
    """A whole version takes the place of what held; an addendum stands beside the version it changes."""
    if not version.is_addendum:
        signed = AgreementVersion.objects.filter(collaboration=version.collaboration_id).exclude(signed_at=None)
        signed.filter(replaced_at=None).update(replaced_at=now)
    AgreementVersion.objects.filter(pk=version.pk).update(signed_at=now)
    close_what_waits(version, now)
