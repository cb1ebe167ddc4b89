"""Signed on paper or in another tool: noted by one, confirmed by the other; alone it holds at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.db import transaction
from django.db.models import Max

from samenstroom.agreements.models import AgreementVersion, SignedElsewhere
from samenstroom.collaborations.actions import NotAllowedError, write_line
from samenstroom.collaborations.models import Collaboration, Party, Seat
from samenstroom.files.actions.keep import keep_file, same_file
from samenstroom.files.models import KeptFile
from samenstroom.kit import clock
from samenstroom.rules.visibility import Circle

from .versions import write_withdrawal

ELSEWHERE = AgreementVersion.Way.ELSEWHERE.value
MADE = AgreementVersion.Way.MADE.value


class LaterOneHoldsError(Exception):
    """A version that was signed here on a later day holds."""


@dataclass(frozen=True)
class Paper:
    """A PDF as it was brought; the caller looked at what it is."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True)
class Noted:
    """What was signed: the terms as an agreement document, who does the work, the day, and the PDF."""

    content: Mapping[str, Any]
    provider: Party
    signed_on: date
    paper: Paper | None = None


@transaction.atomic
def note_elsewhere(*, seat: Seat, noted: Noted, other_takes_part: bool, now: datetime) -> AgreementVersion:
    """It lies on the table as a version and holds once the other confirms it; alone at the table it holds at once.

    The version that lay open is withdrawn. Without a PDF the one of her earlier note of the same day stays with it. The
    same again changes nothing. History: that it was noted. Refuses who only reads along, a provider of another table, a
    day to come (NotAllowedError), and a day before a version that was signed here and holds (LaterOneHoldsError).
    """
    _speaks(seat)
    is_ahead = noted.signed_on > clock.day_of(now)
    if noted.provider.collaboration_id != seat.collaboration_id or is_ahead:
        raise NotAllowedError
    Collaboration.objects.select_for_update().get(pk=seat.collaboration_id)
    rows = AgreementVersion.objects.filter(collaboration=seat.collaboration)
    _refuse_older(seat, noted.signed_on)
    earlier = _earlier_note(seat)
    file = _file(seat, noted, earlier, now)
    if earlier and _is_same(earlier, noted, file):
        return earlier.version
    lies_open = rows.filter(withdrawn_at=None, declined_at=None, signed_at=None)
    lies_open.update(withdrawn_at=now, withdrawn_by=seat)
    made = AgreementVersion.objects.create(
        collaboration=seat.collaboration,
        number=(rows.aggregate(last=Max("number"))["last"] or 0) + 1,
        way=ELSEWHERE,
        provider=noted.provider,
        content=dict(noted.content),
        put_by=seat,
        put_at=now,
    )
    SignedElsewhere.objects.create(collaboration=seat.collaboration, version=made, signed_on=noted.signed_on, file=file)
    if not other_takes_part:
        take_effect(made, noted.signed_on, now)
    write_line(seat=seat, kind="agreement_elsewhere_noted", now=now, data={"number": made.number})
    return made


@transaction.atomic
def confirm_elsewhere(*, version: AgreementVersion, seat: Seat, now: datetime) -> None:
    """The other says yes, we signed this: from now on it holds, and an earlier one no longer does.

    What was noted by one who was alone holds already; then it is confirmed. History: that she confirmed; once.
    Refuses one's own note, and one that no longer lies there (NotAllowedError).
    """
    held = _hold(version, seat)
    if held.confirmed_at:
        return
    _refuse_answer(held, seat)
    SignedElsewhere.objects.filter(pk=held.pk).update(confirmed_by=seat, confirmed_at=now)
    if held.version.signed_at is None:
        take_effect(held.version, held.signed_on, now)
    _write_line(held.version, seat, "confirmed", now)


@transaction.atomic
def deny_elsewhere(*, version: AgreementVersion, seat: Seat, words: str, now: datetime) -> None:
    """The other says this is not right, and what: it does not hold, and what held before it holds again.

    History: that she said so, not her words; once. Refuses one's own note, one that was confirmed, and one that no
    longer lies there (NotAllowedError).
    """
    held = _hold(version, seat)
    if held.denied_at:
        return
    _refuse_answer(held, seat)
    SignedElsewhere.objects.filter(pk=held.pk).update(denied_by=seat, denied_at=now, words=words)
    _undo(held.version, declined_at=now)
    _write_line(held.version, seat, "denied", now)


@transaction.atomic
def withdraw_elsewhere(*, version: AgreementVersion, seat: Seat, now: datetime) -> None:
    """Who noted it takes it off the table before the other confirmed it; what held before it holds again.

    History: that it was taken off; once. The PDF stays with the files. Refuses the other's note, and one that was
    answered (NotAllowedError).
    """
    held = _hold(version, seat)
    if not _is_own(held, seat) or not (held.waits or held.version.withdrawn_at):
        raise NotAllowedError
    if held.version.withdrawn_at is None:
        _undo(held.version, withdrawn_at=now, withdrawn_by=seat)
        write_withdrawal(held.version, seat, now)


def _speaks(seat: Seat) -> None:
    if seat.party.speaker_id != seat.pk:
        raise NotAllowedError


def _hold(version: AgreementVersion, seat: Seat) -> SignedElsewhere:
    """Two people who act at once do so one after the other."""
    _speaks(seat)
    Collaboration.objects.select_for_update().get(pk=seat.collaboration_id)
    rows = SignedElsewhere.objects.filter(version=version, collaboration=seat.collaboration)
    found = rows.select_related("version__put_by", "version__amends").first()
    if found is None:
        raise NotAllowedError
    return found


def _is_own(held: SignedElsewhere, seat: Seat) -> bool:
    return held.version.put_by is not None and held.version.put_by.party_id == seat.party_id


def _refuse_answer(held: SignedElsewhere, seat: Seat) -> None:
    if held.version.put_by is None or _is_own(held, seat) or not held.waits:
        raise NotAllowedError


def _refuse_older(seat: Seat, signed_on: date) -> None:
    rows = AgreementVersion.objects.filter(collaboration=seat.collaboration, way=MADE, replaced_at=None)
    for one in rows.exclude(signed_at=None):
        if one.signed_at and clock.day_of(one.signed_at) > signed_on:
            raise LaterOneHoldsError


def _earlier_note(seat: Seat) -> SignedElsewhere | None:
    """The newest note of her own side that still matters."""
    rows = SignedElsewhere.objects.filter(
        collaboration=seat.collaboration,
        version__put_by__party=seat.party,
        version__amends=None,
        version__withdrawn_at=None,
        version__declined_at=None,
        version__replaced_at=None,
    )
    return rows.select_related("version", "file").order_by("-version__number").first()


def _file(seat: Seat, noted: Noted, earlier: SignedElsewhere | None, now: datetime) -> KeptFile | None:
    paper = noted.paper
    if paper is None:
        is_about_it = earlier is not None and earlier.signed_on == noted.signed_on
        kept = earlier.file if earlier and is_about_it else None
        return kept if kept and kept.removed_at is None else None
    same = same_file(seat=seat, circle=Circle.SHARED, content=paper.content)
    return same or keep_file(
        seat=seat, circle=Circle.SHARED, name=paper.name, media_type=paper.media_type, content=paper.content, now=now
    )


def _is_same(earlier: SignedElsewhere, noted: Noted, file: KeptFile | None) -> bool:
    version = earlier.version
    return (version.content, version.provider_id, earlier.signed_on, earlier.file_id) == (
        noted.content, noted.provider.pk, noted.signed_on, file.pk if file else None,
    )  # fmt: skip


def take_effect(version: AgreementVersion, signed_on: date, now: datetime) -> None:
    """It holds from the day that was noted, at noon; never from a moment to come, and never before what it changes."""
    noon = min(datetime.combine(signed_on, time(12), clock.AMSTERDAM), now)
    holding = AgreementVersion.objects.filter(collaboration=version.collaboration_id, replaced_at=None)
    signed = holding.exclude(signed_at=None).exclude(pk=version.pk)
    if version.is_addendum:
        earlier = max((one.signed_at for one in signed if one.signed_at), default=noon)
        noon = max(noon, earlier)
    else:
        signed.update(replaced_at=now)
    AgreementVersion.objects.filter(pk=version.pk).update(signed_at=noon)


def _write_line(version: AgreementVersion, seat: Seat, act: str, now: datetime) -> None:
    if version.amends:
        write_line(seat=seat, kind=f"addendum_{act}", now=now, data={"number": version.amends.number})
    else:
        write_line(seat=seat, kind=f"agreement_elsewhere_{act}", now=now, data={"number": version.number})


def _undo(version: AgreementVersion, **told: Any) -> None:
    """It does not hold; what it replaced when it was noted holds again."""
    if version.signed_at is not None:
        replaced = AgreementVersion.objects.filter(collaboration=version.collaboration_id, replaced_at=version.put_at)
        replaced.update(replaced_at=None)
    AgreementVersion.objects.filter(pk=version.pk).update(signed_at=None, **told)
