"""Doing what is sent once: the same request with the same `Idempotency-Key` gives the same answer for a day."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db import transaction
from django.http import HttpRequest
from ninja.responses import NinjaJSONEncoder, Response
from pydantic import BaseModel

from samenstroom.connections.actions.answers import OtherRequestError, answer_known, keep_answer
from samenstroom.kit import clock

from .access import connection_of
from .problems import ProblemError

HEADER = "Idempotency-Key"
_KEY = re.compile(r"[\x21-\x7e]{1,100}")


def once(status: int) -> Callable[[Callable[..., BaseModel]], Callable[..., Any]]:
    """An operation that does something and answers with this status. What it does and the answer are kept as one.

    What was refused is not kept: sending it again is trying again.
    """

    def decorated(operation: Callable[..., BaseModel]) -> Callable[..., Any]:
        @wraps(operation)
        def acting(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            key, now = _key_of(request), clock.now()
            with transaction.atomic():
                if not key:
                    return Response(_told(operation(request, *args, **kwargs)), status=status)
                connection, sent = connection_of(request), _sent(request)
                try:
                    known = answer_known(connection=connection, key=key, request=sent, now=now)
                except OtherRequestError:
                    raise ProblemError("key-used") from None
                if known is not None:
                    return Response(known.body, status=known.status, headers={"Idempotent-Replayed": "true"})
                body = _told(operation(request, *args, **kwargs))
                keep_answer(connection=connection, key=key, request=sent, status=status, body=body, now=now)
                return Response(body, status=status)

        return acting

    return decorated


def _key_of(request: HttpRequest) -> str:
    key = request.headers.get(HEADER)
    if key is None:
        return ""
    if not _KEY.fullmatch(key):
        raise ProblemError("unreadable")
    return key


def _sent(request: HttpRequest) -> bytes:
    return b"\n".join([str(request.method).encode(), request.get_full_path().encode(), request.body])


def _told(made: BaseModel) -> dict[str, Any]:
    """The answer as it is sent, so that the second time it is the same to the byte."""
    told: dict[str, Any] = json.loads(json.dumps(made.model_dump(), cls=NinjaJSONEncoder))
    return told
