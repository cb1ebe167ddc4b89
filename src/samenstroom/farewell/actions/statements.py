"""The closing statement: proposed, accepted, or noted alone. Each act: one transaction, one line in the history."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from samenstroom.collaborations.actions import NotAllowedError, write_line
from samenstroom.collaborations.models import Seat
from samenstroom.farewell.models import ClosingStatement

from .tables import hold_table, is_ours, nobody_across


@transaction.atomic
def propose_statement(*, seat: Seat, words: str, except_for: Sequence[str], now: datetime) -> ClosingStatement:
    """A text lies on the table; it counts once the other side accepts it. What lay there is replaced by it.

    Also an accepted one: then both begin anew. History: that it was proposed, with the text. The same again by the
    same side changes nothing, and so does the text that both accepted.
    """
    hold_table(seat)
    lies = newest_statement(seat.collaboration_id)
    is_same = lies is not None and (lies.words, list(lies.except_for)) == (words, list(except_for))
    if lies and is_same and (lies.accepted_at or is_ours(lies.proposed_by, seat)):
        return lies
    ClosingStatement.objects.filter(collaboration=seat.collaboration_id, replaced_at=None).update(replaced_at=now)
    write_line(seat=seat, kind="statement_proposed", now=now, note=in_full(words, except_for))
    return ClosingStatement.objects.create(
        collaboration=seat.collaboration, words=words, except_for=list(except_for), proposed_by=seat, proposed_at=now
    )


@transaction.atomic
def accept_statement(*, statement: ClosingStatement, seat: Seat, now: datetime) -> None:
    """The other side accepts exactly this text, also one that was noted. History: that she accepted it; once.

    Refuses one's own text, and one that no longer lies there.
    """
    held = _held(statement, seat)
    if is_ours(held.proposed_by, seat):
        raise NotAllowedError
    if ClosingStatement.objects.filter(pk=held.pk, accepted_at=None).update(accepted_by=seat, accepted_at=now):
        write_line(seat=seat, kind="statement_accepted", now=now, note=in_full(held.words, held.except_for))


@transaction.atomic
def note_statement(*, statement: ClosingStatement, seat: Seat, now: datetime) -> None:
    """She notes her own text as how it was settled; the other has not confirmed it. History: that she noted it.

    Only while nobody of the other side takes part: who takes part accepts it herself.
    """
    held = _held(statement, seat)
    if not is_ours(held.proposed_by, seat) or not nobody_across(seat):
        raise NotAllowedError
    if ClosingStatement.objects.filter(pk=held.pk, noted_at=None).update(noted_by=seat, noted_at=now):
        write_line(seat=seat, kind="statement_noted", now=now, note=in_full(held.words, held.except_for))


def in_full(words: str, except_for: Sequence[str]) -> str:
    """The text with the open items it names under it."""
    return "\n".join([words, *(f"- {one}" for one in except_for)])


def newest_statement(collaboration: int) -> ClosingStatement | None:
    """The text that lies on the table now."""
    rows = ClosingStatement.objects.filter(collaboration=collaboration, replaced_at=None)
    return rows.select_related("proposed_by", "noted_by", "accepted_by").order_by("-proposed_at", "-pk").first()


def _held(statement: ClosingStatement, seat: Seat) -> ClosingStatement:
    if statement.collaboration_id != seat.collaboration_id:
        raise NotAllowedError
    hold_table(seat)
    held = ClosingStatement.objects.select_related("proposed_by").get(pk=statement.pk)
    if held.replaced_at:
        raise NotAllowedError
    return held
