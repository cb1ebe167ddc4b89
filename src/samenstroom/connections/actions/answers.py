"""Doing a thing once, also when it is sent twice: what was answered to a key is answered again."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.crypto import constant_time_compare, salted_hmac

from samenstroom.connections.models import Answered, Connection

KEPT = timedelta(hours=24)


class OtherRequestError(Exception):
    """This key was used for something else."""


def answer_known(*, connection: Connection, key: str, request: bytes, now: datetime) -> Answered | None:
    """What was answered when the same was sent with this key within a day; None when it is new.

    Call it in the transaction that does the thing and keeps the answer: two that come at once then do so one after the
    other. Raises OtherRequestError when something else was sent with this key.
    """
    assert transaction.get_connection().in_atomic_block, "what is done and what is answered belong together"
    Connection.objects.select_for_update().get(pk=connection.pk)
    known = Answered.objects.filter(connection=connection, key_mark=_mark(key.encode())).first()
    if known is not None and known.at <= now - KEPT:
        known.delete()
        return None
    if known is not None and not constant_time_compare(known.request_mark, _mark(request)):
        raise OtherRequestError
    return known


def keep_answer(
    *, connection: Connection, key: str, request: bytes, status: int, body: dict[str, Any], now: datetime
) -> None:
    """Sending the same with this key gives this answer for a day."""
    Answered.objects.create(
        connection=connection, key_mark=_mark(key.encode()), request_mark=_mark(request), status=status, body=body,
        at=now,
    )  # fmt: skip


def forget_answers(*, now: datetime) -> int:
    """Throw away answers of more than a day ago; gives how many."""
    deleted, _each = Answered.objects.filter(at__lte=now - KEPT).delete()
    return deleted


def _mark(value: bytes) -> str:
    """Keyed, so that who reads the database cannot guess what was sent."""
    return salted_hmac("samenstroom.connections.answer", value, algorithm="sha256").hexdigest()
