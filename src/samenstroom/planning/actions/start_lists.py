"""Putting something on one of the lists of a start, changing it, and saying that it is done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import transaction

from samenstroom.collaborations.actions import NotAllowedError, write_line
from samenstroom.collaborations.models import Party, Seat
from samenstroom.planning.models import StartEntry


@dataclass(frozen=True)
class EntryTerms:
    """What an entry says; see `StartEntry` for what each list holds."""

    content: Mapping[str, Any] = field(default_factory=dict)
    owner: Party | None = None
    due_on: date | None = None


@transaction.atomic
def add_entries(*, seat: Seat, kind: str, entries: Sequence[EntryTerms], now: datetime) -> list[StartEntry]:
    """They are on the list for both; what stands there already by the same words is left as it is.

    History: one line that something was put on this list. Nobody is told. Refuses who only reads along.
    """
    _speaks(seat)
    open_rows = StartEntry.objects.select_for_update().filter(
        collaboration=seat.collaboration, list=kind, dropped_at=None
    )
    known = {str(row.content.get("what", "")).casefold() for row in open_rows}
    made = []
    for terms in entries:
        what = str(terms.content.get("what", "")).casefold()
        if what in known:
            continue
        known.add(what)
        made.append(
            StartEntry.objects.create(
                collaboration=seat.collaboration,
                list=kind,
                content=dict(terms.content),
                owner=terms.owner,
                due_on=terms.due_on,
                added_by=seat,
                added_at=now,
            )
        )
    if made:
        write_line(seat=seat, kind=f"start_{kind}_added", now=now)
    return made


@transaction.atomic
def change_entry(*, entry: StartEntry, seat: Seat, terms: EntryTerms, now: datetime) -> None:
    """It says something else, for both. History: that it was changed; saying the same changes nothing.

    Refuses who only reads along, another table, and what was taken off.
    """
    held = _held(entry, seat)
    if (dict(held.content), held.owner_id, held.due_on) == (
        dict(terms.content),
        terms.owner.pk if terms.owner else None,
        terms.due_on,
    ):
        return
    held.content, held.owner, held.due_on, held.changed_at = dict(terms.content), terms.owner, terms.due_on, now
    held.save(update_fields=["content", "owner", "due_on", "changed_at"])
    write_line(seat=seat, kind=f"start_{held.list}_changed", now=now)


@transaction.atomic
def finish_entry(*, entry: StartEntry, seat: Seat, now: datetime) -> None:
    """It is done: access taken back, a thing ready, a risk over. History: that it is; once. Refuses as above."""
    held = _held(entry, seat)
    if held.done_at is None:
        held.done_at, held.done_by = now, seat
        held.save(update_fields=["done_at", "done_by"])
        write_line(seat=seat, kind=f"start_{held.list}_done", now=now)


@transaction.atomic
def reopen_entry(*, entry: StartEntry, seat: Seat, now: datetime) -> None:
    """It is not done after all. History: that it is open again; once. Refuses as above."""
    held = _held(entry, seat)
    if held.done_at is not None:
        held.done_at, held.done_by = None, None
        held.save(update_fields=["done_at", "done_by"])
        write_line(seat=seat, kind=f"start_{held.list}_changed", now=now)


@transaction.atomic
def drop_entry(*, entry: StartEntry, seat: Seat, now: datetime) -> None:
    """It is off the list. History: that it was taken off. Refuses as above."""
    held = _held(entry, seat)
    held.dropped_at, held.dropped_by = now, seat
    held.save(update_fields=["dropped_at", "dropped_by"])
    write_line(seat=seat, kind=f"start_{held.list}_dropped", now=now)


def _speaks(seat: Seat) -> None:
    if seat.party.speaker_id != seat.pk:
        raise NotAllowedError


def _held(entry: StartEntry, seat: Seat) -> StartEntry:
    _speaks(seat)
    held = StartEntry.objects.select_for_update().get(pk=entry.pk)
    if held.collaboration_id != seat.collaboration_id or held.dropped_at:
        raise NotAllowedError
    return held
