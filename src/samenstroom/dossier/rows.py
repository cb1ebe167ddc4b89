"""Between a row of a table and an object in the document: the same names on both sides, what is empty left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Any

from django.db import models

from samenstroom.adjusting.models import Talk
from samenstroom.checkins.models import CarryingOn, OwnCheckIn
from samenstroom.exploring.models import Feeling
from samenstroom.watch.models import ShownFinding

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

OWN_LISTS: Mapping[str, tuple[type[models.Model], tuple[str, ...], tuple[str, ...]]] = {
    "check_ins": (OwnCheckIn, ("answered_on", "values", "remark", "sent_at"), ("answered_on", "pk")),
    "carrying_on": (CarryingOn, ("asked_on", "step"), ("asked_on", "pk")),
    "feelings": (
        Feeling,
        (
            "felt_at", "step", "sussed", "words", "subject", "prediction", "percent", "known_on", "outcome",
            "resolved_at",
        ),
        ("felt_at", "pk"),
    ),
    "talks": (
        Talk,
        (
            "subject", "about_finding", "offered", "facts", "effect", "need", "request", "offer", "opening",
            "channel", "planned_on", "started_at", "invited_at", "held_on", "agreed", "agreed_shared_at",
            "look_back_on", "helped", "looked_back_at",
        ),
        ("started_at", "pk"),
    ),
    "findings": (
        ShownFinding,
        (
            "shown_at", "finding", "set_aside_at", "set_aside_reason", "snoozed_until", "talked_on", "helped",
            "asked_helped_at",
        ),
        ("shown_at", "pk"),
    ),
}  # fmt: skip
"""What a person keeps for herself in rows that need no other row: section -> table, fields, order."""


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
