"""What a person does in her own farewell. Nobody is told, and nothing shared is written, but for what she shares."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from samenstroom.collaborations.actions import NotAllowedError, write_line
from samenstroom.collaborations.visits import Visit
from samenstroom.farewell.models import Farewell
from samenstroom.kit import clock

ROOMS = frozenset({"reflection", "plan", "talk"})
"""Where answers are kept, apart from the letter."""


class NothingToShareError(Exception):
    """There is no text to share, the talk was not held, or it was shared before."""


class GoneError(Exception):
    """She let this farewell go, maybe in another tab."""


def start_farewell(*, visit: Visit, way: str) -> Farewell:
    """Her own steps begin, in the way she chose. Beginning twice gives the same one. No history; nobody is told."""
    farewell, _is_new = Farewell.objects.get_or_create(
        person=visit.person, collaboration=visit.collaboration, defaults={"started_at": visit.now, "way": way}
    )
    return farewell


def choose_way(*, farewell: Farewell, way: str) -> None:
    """It ends in another way than she thought. What she wrote stays."""
    Farewell.objects.filter(pk=farewell.pk).update(way=way)


@transaction.atomic
def write_step(*, farewell: Farewell, room: str, answers: Mapping[str, Any], step: str, page: int) -> None:
    """Keep the answers of one page, and that she was there. Answers of other pages, also from another tab, stay.

    Raises ValueError for a room that does not exist, and GoneError when she let the farewell go.
    """
    if room not in ROOMS:
        raise ValueError(f"a farewell has no {room}")
    held = _held(farewell)
    setattr(held, room, {**getattr(held, room), **answers})
    _went_to(held, step, page)
    held.save(update_fields=[room, "moments"])


@transaction.atomic
def write_parts(*, farewell: Farewell, parts: Mapping[str, str], step: str, page: int) -> None:
    """Keep her sentences for the letter; texts she made of them before stay as they are."""
    held = _held(farewell)
    held.letter = {**held.letter, "parts": {**held.letter.get("parts", {}), **parts}}
    _went_to(held, step, page)
    held.save(update_fields=["letter", "moments"])


def _went_to(held: Farewell, step: str, page: int) -> None:
    at = held.moments.get("at", {})
    held.moments = {**held.moments, "at": {**at, step: max(page, at.get(step, 0))}}


@transaction.atomic
def keep_text(*, farewell: Farewell, version: str, text: str) -> None:
    """Keep a letter as a draft. Nothing is sent."""
    _write_letter(_held(farewell), "texts", version, text)


@transaction.atomic
def make_text_again(*, farewell: Farewell, version: str, tone: str, length: str) -> None:
    """Her sentences become the text again, in this tone and length; the draft that stood there can be put back."""
    held = _held(farewell)
    texts = dict(held.letter.get("texts", {}))
    standing = texts.pop(version, None)
    held.letter = {**held.letter, "texts": texts}
    if standing:
        held.letter = {**held.letter, "before": {**held.letter.get("before", {}), version: standing}}
    _write_letter(held, "style", version, {"tone": tone, "length": length})


@transaction.atomic
def put_text_back(*, farewell: Farewell, version: str) -> None:
    """The draft that a newly made text replaced stands again. Without one nothing changes."""
    held = _held(farewell)
    before = dict(held.letter.get("before", {}))
    text = before.pop(version, None)
    if text:
        held.letter = {**held.letter, "before": before}
        _write_letter(held, "texts", version, text)


def _write_letter(held: Farewell, part: str, version: str, value: Any) -> None:
    held.letter = {**held.letter, part: {**held.letter.get(part, {}), version: value}}
    held.save(update_fields=["letter"])


@transaction.atomic
def note_moments(*, farewell: Farewell, **moments: Any) -> None:
    """Keep a day or a choice about the farewell itself: told, talked, laid aside, looked back. For herself."""
    held = _held(farewell)
    held.moments = {**held.moments, **moments}
    held.save(update_fields=["moments"])


@transaction.atomic
def note_held(*, farewell: Farewell, held_on: date, agreed: str) -> None:
    """They talked; what was agreed in her words, still hers alone."""
    held = _held(farewell)
    held.talk = {**held.talk, "agreed": agreed}
    held.moments = {**held.moments, "held_on": held_on.isoformat()}
    held.save(update_fields=["talk", "moments"])


@transaction.atomic
def share_agreed(*, farewell: Farewell, visit: Visit, text: str) -> None:
    """What was agreed lies on the table, in exactly this text. History: that a talk was held. Once.

    Refuses who only reads along (NotAllowedError), an empty text, a talk that was not held, and a second time
    (NothingToShareError).
    """
    if not visit.speaks:
        raise NotAllowedError
    held = _held(farewell)
    held_on = held.moments.get("held_on")
    if not text.strip() or not held_on or held.moments.get("agreed_shared_on"):
        raise NothingToShareError
    write_line(seat=visit.seat, kind="talk_held", now=visit.now, happened_on=date.fromisoformat(held_on), note=text)
    held.moments = {**held.moments, "agreed_shared_on": clock.day_of(visit.now).isoformat()}
    held.save(update_fields=["moments"])


@transaction.atomic
def note_lesson(*, farewell: Farewell, outcome: str, lesson: str, today: date) -> None:
    """How it ended and what she learned, in her words. May be written again; the question does not come back."""
    held = _held(farewell)
    held.outcome, held.lesson = outcome, lesson
    held.moments = {**held.moments, "looked_back_on": today.isoformat()}
    held.save(update_fields=["outcome", "lesson", "moments"])


def let_go(*, farewell: Farewell) -> None:
    """Throw it away: all she wrote here. What she shared before stays, for both."""
    Farewell.objects.filter(pk=farewell.pk).delete()


def _held(farewell: Farewell) -> Farewell:
    """Hold the row, so that two tabs take turns, and read what was kept meanwhile."""
    fresh = Farewell.objects.select_for_update().filter(pk=farewell.pk).first()
    if fresh is None:
        raise GoneError
    return fresh
