"""Talking about a version that lies open, part by part. The version itself never changes.

Each act says something about one part, so it answers what the other side said about that part.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from samenstroom.agreements.models import AgreementVersion, ClauseComment, ClauseProposal, ClauseYes
from samenstroom.agreements.parts import is_negotiable, name_in, proposal_part
from samenstroom.collaborations.actions import NotAllowedError, write_line
from samenstroom.collaborations.models import Collaboration, HistoryLine, Seat
from samenstroom.kit import clock
from samenstroom.kit.tokens import public_id
from samenstroom.rules.agreement.amending import OtherGroundError
from samenstroom.rules.agreement.proposing import NEW, Proposed, fits, is_new_own, parts_of

from .open_proposals import waiting_about
from .versions import speaks

Answer = ClauseProposal.Answer


@transaction.atomic
def say_yes(*, version: AgreementVersion, seat: Seat, parts: Sequence[str], now: datetime) -> None:
    """Her side agrees with these parts as they read. It is no signature, and it can be taken back.

    History: once a day that she went through this version. A part twice, or one that is not there, changes nothing.
    Refuses who only reads along, and a version that is not open (NotAllowedError).
    """
    held = _hold(version, seat)
    there = parts_of(held.content)
    standing = ClauseYes.objects.filter(version=held, party=seat.party, taken_back_at=None)
    said = set(standing.values_list("part", flat=True))
    new = [part for part in dict.fromkeys(parts) if part in there and part not in said]
    ClauseYes.objects.bulk_create(
        ClauseYes(
            collaboration=seat.collaboration, version=held, part=part, party=seat.party, seat=seat, said_at=now
        )
        for part in new
    )  # fmt: skip
    for part in new:
        _answers(held, seat, part, now)
    if new:
        _went_through(held, seat, now)


@transaction.atomic
def take_yes_back(*, version: AgreementVersion, seat: Seat, part: str, now: datetime) -> None:
    """Her side no longer agrees with this part, also when she said so to an earlier version. History: once a day.

    Refuses who only reads along, and a version that is not open (NotAllowedError).
    """
    held = _hold(version, seat)
    if _without_yes(held, seat, part, now):
        _went_through(held, seat, now)


@transaction.atomic
def comment(*, version: AgreementVersion, seat: Seat, part: str, words: str, now: datetime) -> None:
    """Words about one part that both read. History: once a day that she went through this version.

    The same words again, as her last, change nothing. Refuses who only reads along, a version that is not open, and
    a part that is not there (NotAllowedError).
    """
    held = _hold(version, seat)
    if part not in parts_of(held.content) and not _is_proposed(held, part):
        raise NotAllowedError
    last = ClauseComment.objects.filter(version=held, part=part).order_by("-said_at", "-pk").first()
    if last and last.seat_id == seat.pk and str(last.words) == words:
        return
    _answers(held, seat, part, now)
    ClauseComment.objects.create(
        collaboration=seat.collaboration, version=held, part=part, words=words, seat=seat, said_at=now
    )
    _went_through(held, seat, now)


@transaction.atomic
def propose(
    *, version: AgreementVersion, seat: Seat, proposed: Proposed, why: str, other_takes_part: bool, now: datetime
) -> ClauseProposal:
    """One part could read otherwise; the version stays as it is. A new clause of their own gets a name of its own.

    What waited about this part is answered by it: one of the other side is countered, her own is taken back. Alone at
    the table it is noted as what the other said. History: that she proposed or noted something. The same again changes
    nothing. Refuses who only reads along, a version that is not open, and a proposal that changes nothing
    (NotAllowedError); a part that reads otherwise by now (OtherGroundError).
    """
    held = _hold(version, seat)
    if proposed.before == proposed.after:
        raise NotAllowedError
    if not fits(held.content, proposed):
        raise OtherGroundError
    part = proposed.part if proposed.part != NEW else f"{NEW}{public_id()}"
    earlier = _open_about(held, part)
    content = {"before": proposed.before, "after": proposed.after}
    for one in earlier:
        if one.put_by_id == seat.pk and one.content == content and str(one.why) == why:
            return one
        _give_way(one, seat, now)
    _without_yes(held, seat, part, now)
    made = ClauseProposal.objects.create(
        collaboration=seat.collaboration,
        version=held,
        part=part,
        content=content,
        why=why,
        put_by=seat,
        put_at=now,
        noted_at=None if other_takes_part else now,
    )
    _answers(held, seat, part, now)
    kind = "proposal_put" if other_takes_part else "proposal_noted"
    write_line(seat=seat, kind=kind, now=now, data={"number": held.number})
    return made


@transaction.atomic
def answer_proposal(
    *, proposal: ClauseProposal, seat: Seat, accepts: bool, word: str, other_takes_part: bool, now: datetime
) -> None:
    """Yes, or rather not, with a word. A yes waits for the next version; an earlier yes about this part gives way.

    History: which of the two; once. Refuses who only reads along, one's own proposal (what was noted alone she answers
    herself), one that waits no more, and a version that is not open (NotAllowedError).
    """
    lies_there, held = _hold_proposal(proposal, seat)
    part = proposal_part(lies_there, held)
    is_own = held.put_by is not None and held.put_by.party_id == seat.party_id
    if part is None or not held.is_open or (is_own and held.noted_at is None):
        raise NotAllowedError
    if accepts:
        others = [one.pk for one in waiting_about(lies_there, part) if one.pk != held.pk]
        ClauseProposal.objects.filter(pk__in=others).update(closed_at=now)
    answer = Answer.ACCEPTED if accepts else Answer.DECLINED
    ClauseProposal.objects.filter(pk=held.pk).update(
        answer=answer.value, word=word, answered_by=seat, answered_at=now
    )  # fmt: skip
    _answers(lies_there, seat, part, now)
    kind = "proposal_accepted" if accepts else "proposal_declined"
    write_line(seat=seat, kind=kind, now=now, data={"number": held.version.number})


@transaction.atomic
def withdraw_proposal(*, proposal: ClauseProposal, seat: Seat, now: datetime) -> None:
    """She takes her proposal back; it stays to be read. History: that she did; once.

    Refuses the other's, one that was answered, and a version that is not open (NotAllowedError).
    """
    _lies_there, held = _hold_proposal(proposal, seat)
    is_own = held.put_by is not None and held.put_by.party_id == seat.party_id
    if not is_own or held.answered_at or held.closed_at:
        raise NotAllowedError
    if held.withdrawn_at is None:
        ClauseProposal.objects.filter(pk=held.pk).update(withdrawn_at=now)
        write_line(seat=seat, kind="proposal_withdrawn", now=now, data={"number": held.version.number})


def hold_open(seat: Seat) -> AgreementVersion:
    """The version that lies open here, held with its table. Refuses who only reads along, and when there is none."""
    speaks(seat)
    Collaboration.objects.select_for_update().get(pk=seat.collaboration_id)
    rows = AgreementVersion.objects.filter(collaboration=seat.collaboration_id).select_related("amends")
    found = next((one for one in rows.order_by("-number") if one.is_open), None)
    if found is None or not is_negotiable(found):
        raise NotAllowedError
    return found


def _hold(version: AgreementVersion, seat: Seat) -> AgreementVersion:
    if version.collaboration_id != seat.collaboration_id:
        raise NotAllowedError
    found = hold_open(seat)
    if found.pk != version.pk:
        raise NotAllowedError
    return found


def _hold_proposal(proposal: ClauseProposal, seat: Seat) -> tuple[AgreementVersion, ClauseProposal]:
    if proposal.collaboration_id != seat.collaboration_id:
        raise NotAllowedError
    lies_there = hold_open(seat)
    return lies_there, ClauseProposal.objects.select_related("version", "put_by").get(pk=proposal.pk)


def _open_about(version: AgreementVersion, part: str) -> list[ClauseProposal]:
    return [one for one in waiting_about(version, part) if one.is_open]


def _is_proposed(version: AgreementVersion, part: str) -> bool:
    return is_new_own(part) and bool(waiting_about(version, part))


def _give_way(earlier: ClauseProposal, seat: Seat, now: datetime) -> None:
    """What waited about this part: one's own is taken back, that of the other side got a counter-proposal."""
    row = ClauseProposal.objects.filter(pk=earlier.pk)
    if earlier.put_by is not None and earlier.put_by.party_id == seat.party_id:
        row.update(withdrawn_at=now)
    else:
        row.update(answer=Answer.COUNTERED.value, answered_by=seat, answered_at=now)


def _without_yes(version: AgreementVersion, seat: Seat, part: str, now: datetime) -> bool:
    """Her yes to this part no longer counts, in this version or in an earlier one where it reads the same."""
    rows = ClauseYes.objects.filter(collaboration=version.collaboration_id, party=seat.party, taken_back_at=None)
    found = [one.pk for one in rows.select_related("version") if name_in(version, one.version, one.part) == part]
    return bool(ClauseYes.objects.filter(pk__in=found).update(taken_back_at=now))


def _answers(version: AgreementVersion, seat: Seat, part: str, now: datetime) -> None:
    """What the other side said about this part was heard."""
    asked = ClauseComment.objects.filter(collaboration=version.collaboration_id, answered_at=None)
    others = asked.exclude(seat__party=seat.party_id).select_related("version")
    found = [one.pk for one in others if name_in(version, one.version, one.part) == part]
    ClauseComment.objects.filter(pk__in=found).update(answered_at=now)


def _went_through(version: AgreementVersion, seat: Seat, now: datetime) -> None:
    """One line a day, not one for every tap."""
    kind, today = "version_talked", clock.day_of(now)
    lines = HistoryLine.objects.filter(collaboration=version.collaboration_id, seat=seat, kind=kind)
    if not lines.filter(happened_on=today).exists():
        write_line(seat=seat, kind=kind, now=now, data={"number": version.number})
