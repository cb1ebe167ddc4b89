"""Between a row of a table and an object in the document: the same names on both sides, what is empty left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Any

from django.db import models

from .times import moment

Told = dict[str, Any]

COLLABORATION = ("name", "kind", "country", "stage", "stage_since", "created_at")
ENTRY = ("recorded_at", "circle", "data", "note", "withdrawn_at")
RHYTHM = ("weeks", "proposed_at", "accepted_at", "ended_at")
ROUND = ("number", "opened_on", "revealed_at", "closed_at")
REPAIR = ("text", "look_back_on", "proposed_at", "agreed_at", "dropped_at", "looked_back_at")

ANSWER = ("sent_at", "values", "guess", "appreciation", "remark", "remark_choice", "remark_shared_at", "freed_at")
SAID = ("stance", "words", "answered_at")
LOOK = ("said_at", "helped")

ROOM = ("hours", "income", "energy", "saved_at")


def told(row: models.Model, names: Iterable[str]) -> Told:
    """The named fields of a row as plain JSON values; what is empty is left out."""
    found = {name: plain(getattr(row, name)) for name in names}
    return {name: value for name, value in found.items() if not is_empty(value)}


def is_empty(value: Any) -> bool:
    """Nothing was filled in: a no and a zero are something."""
    return value is None or value in ("", [], {})


def plain(value: Any) -> Any:
    """A value as JSON has it: moments in UTC, days as they are, no sealed types."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return str(value)
    if isinstance(value, Mapping):
        return {str(name): plain(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [plain(part) for part in value]
    return value


def fields_of(model: type[models.Model], names: Iterable[str], part: Mapping[str, Any]) -> dict[str, Any]:
    """What the document says about the named fields, ready to make a row of."""
    return {name: stored(model._meta.get_field(name), part[name]) for name in names if name in part}


def stored(field: Any, value: Any) -> Any:
    """A value of the document as its column takes it."""
    if isinstance(field, models.DateTimeField):
        return moment(value)
    if isinstance(field, models.DateField):
        return date.fromisoformat(value)
    return value
