"""A lawyer who reads along: asked, given a text, and what she writes. Private; sharing one remark is the exception.

Nothing of this writes a line of history and nobody but the two of them is told, except where it says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from samenstroom.accounts.outside import GoneError, claim_link, held, held_for, note_look, renew_link
from samenstroom.agreements.models import LawyerRemark, LawyerReview, LawyerText, SharedRemark
from samenstroom.collaborations.actions import NotAllowedError, write_line
from samenstroom.collaborations.models import Collaboration, Seat
from samenstroom.collaborations.visits import Visit


@dataclass(frozen=True)
class Given:
    """A text to be read: the document, how it reads, and what she is in it. `version` None is a draft."""

    content: Mapping[str, Any]
    text: Mapping[str, Any]
    role: str
    version: int | None = None


@transaction.atomic
def ask_lawyer(*, visit: Visit, name: str, words: str, days: int, given: Given) -> LawyerReview:
    """A lawyer may read this text once she has a link; nothing is sent yet."""
    made = LawyerReview.objects.create(
        person=visit.person, collaboration=visit.collaboration, name=name, words=words, days=days, asked_at=visit.now
    )
    give_text(review=made, given=given, now=visit.now)
    return made


@transaction.atomic
def give_text(*, review: LawyerReview, given: Given, now: datetime) -> LawyerText:
    """The lawyer may read this text too, exactly as it stands now; the same text again adds nothing."""
    found = held(review)
    last = found.texts.order_by("-number").first()
    if last and (last.version, last.text) == (given.version, given.text):
        return last
    return LawyerText.objects.create(
        review=found,
        person_id=found.person_id,
        collaboration_id=found.collaboration_id,
        number=last.number + 1 if last else 1,
        version=given.version,
        role=given.role,
        content=dict(given.content),
        text=dict(given.text),
        given_at=now,
    )


@transaction.atomic
def mint_lawyer_link(*, review: LawyerReview, now: datetime) -> str:
    """A new link for the lawyer, for the days that were chosen; the older one stops. Returns the token, shown once."""
    found = held(review)
    return renew_link(found, now, found.days)


@transaction.atomic
def choose_days(*, review: LawyerReview, days: int) -> None:
    """From now on each new link works so many days; the one that is out stays as it is."""
    LawyerReview.objects.filter(pk=review.pk).update(days=days)


@transaction.atomic
def withdraw_lawyer(*, review: LawyerReview, now: datetime) -> None:
    """Her link stops, also in the browser that claimed it. What she wrote stays with who asked. Once."""
    LawyerReview.objects.filter(pk=review.pk, withdrawn_at=None).update(withdrawn_at=now)


def discard_review(*, review: LawyerReview) -> None:
    """It is hers: the texts, the remarks and the looks go away, and with them the link. What was shared stays."""
    review.delete()


@transaction.atomic
def claim_review(*, review: LawyerReview, key: str, now: datetime) -> str:
    """The link becomes of this browser; returns the key it keeps.

    Refuses a link that is gone or that another browser has (GoneError).
    """
    return claim_link(held(review), key, now)


def log_lawyer_look(*, review: LawyerReview, now: datetime) -> None:
    """She looked: who asked sees that, to the minute."""
    note_look(review.looks, now, person_id=review.person_id, collaboration_id=review.collaboration_id)


@transaction.atomic
def write_remark(
    *, review: LawyerReview, key: str, place: str, words: str, proposal: str, now: datetime
) -> LawyerRemark:
    """What she says about this place of the newest text, for who asked. Other words take the place of the ones before.

    The same words change nothing. Refuses another browser, and a link that is gone (GoneError).
    """
    found = held_for(review, key, now)
    text = found.texts.order_by("-number")[0]
    before = _remark_at(text, place)
    if before and (str(before.words), str(before.proposal)) == (words, proposal):
        return before
    if before is None:
        before = LawyerRemark(
            review=found, of_text=text, person_id=found.person_id, collaboration_id=found.collaboration_id, place=place
        )
    before.words, before.proposal, before.written_at, before.read_at = words, proposal, now, None
    before.save()
    return before


@transaction.atomic
def drop_remark(*, review: LawyerReview, key: str, place: str, now: datetime) -> None:
    """She takes her remark about this place of the newest text back; what who asked took along stays there.

    Refuses another browser, and a link that is gone (GoneError).
    """
    found = held_for(review, key, now)
    remark = _remark_at(found.texts.order_by("-number")[0], place)
    if remark:
        remark.delete()


@transaction.atomic
def tick_reviewed(*, review: LawyerReview, key: str, text: str, name: str, now: datetime) -> None:
    """She read up to and including this text, and says so with her name. Saying it again keeps the first moment.

    Refuses another browser, a link that is gone, and a text that is no longer the newest (GoneError).
    """
    found = held_for(review, key, now)
    newest = found.texts.order_by("-number")[0]
    if newest.public_id != text:
        raise GoneError
    if newest.reviewed_at is None:
        newest.reviewed_as, newest.reviewed_at = name, now
        newest.save(update_fields=["reviewed_as", "reviewed_at"])


def _remark_at(text: LawyerText, place: str) -> LawyerRemark | None:
    return next((one for one in text.remarks.all() if str(one.place) == place), None)


@transaction.atomic
def mark_lawyer_read(*, review: LawyerReview, now: datetime) -> None:
    """Who asked looked at the remarks and at how far the lawyer read; so that Vandaag stays calm."""
    LawyerRemark.objects.filter(review=review, read_at=None).update(read_at=now)
    LawyerText.objects.filter(review=review, read_at=None).exclude(reviewed_at=None).update(read_at=now)


def mark_taken(*, remark: LawyerRemark, now: datetime) -> None:
    """She took the text of this remark along into her draft; the first time counts."""
    LawyerRemark.objects.filter(pk=remark.pk, taken_at=None).update(taken_at=now)


@transaction.atomic
def share_remark(*, seat: Seat, remark: LawyerRemark, about: str, now: datetime) -> SharedRemark:
    """Both read this remark from now on, in exactly these words, as of a lawyer without a name.

    History: that a remark was shared; the same words again give the one that is there. Refuses who only reads along,
    and a remark of somebody else or of another table (NotAllowedError).
    """
    _speaks(seat)
    if remark.person_id != seat.person_id or remark.collaboration_id != seat.collaboration_id:
        raise NotAllowedError
    Collaboration.objects.select_for_update().get(pk=seat.collaboration_id)
    said = (remark.of_text.version, about, str(remark.words), str(remark.proposal))
    for one in SharedRemark.objects.filter(collaboration=seat.collaboration, seat=seat, withdrawn_at=None):
        if (one.version, str(one.about), str(one.words), str(one.proposal)) == said:
            return one
    version, about, words, proposal = said
    made = SharedRemark.objects.create(
        collaboration=seat.collaboration, seat=seat, version=version, about=about, words=words, proposal=proposal,
        shared_at=now,
    )  # fmt: skip
    write_line(seat=seat, kind="remark_of_lawyer_shared", now=now)
    return made


@transaction.atomic
def withdraw_shared_remark(*, shared: SharedRemark, seat: Seat, now: datetime) -> None:
    """It counts no more; that it was shared stays in the history, with that it was taken back. Once.

    Refuses who only reads along, and a remark that the other side shared (NotAllowedError).
    """
    _speaks(seat)
    is_own = shared.seat is not None and shared.seat.party_id == seat.party_id
    if shared.collaboration_id != seat.collaboration_id or not is_own:
        raise NotAllowedError
    Collaboration.objects.select_for_update().get(pk=seat.collaboration_id)
    if SharedRemark.objects.filter(pk=shared.pk, withdrawn_at=None).update(withdrawn_at=now):
        write_line(seat=seat, kind="remark_of_lawyer_withdrawn", now=now)


def _speaks(seat: Seat) -> None:
    if seat.party.speaker_id != seat.pk:
        raise NotAllowedError
