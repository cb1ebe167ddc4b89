"""Preparing a talk, holding it, looking back. Private until she shares a part."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from samenstroom.adjusting.models import Talk
from samenstroom.collaborations.actions import write_line
from samenstroom.collaborations.visits import Visit

PARTS = ("facts", "effect", "need", "request", "offer", "opening", "channel", "planned_on")
"""What she fills in while preparing."""


class NothingToShareError(Exception):
    """There is no text to share, or it was shared before."""


def start_talk(
    *, visit: Visit, subject: str, offered: Sequence[str], opening: str = "", about_finding: str = ""
) -> Talk:
    """A talk she prepares for herself. `offered` are facts she can pick from; nobody is told."""
    return Talk.objects.create(
        person=visit.person,
        collaboration=visit.collaboration,
        subject=subject,
        about_finding=about_finding,
        offered=list(offered),
        opening=opening,
        started_at=visit.now,
    )


def write_talk(*, talk: Talk, **parts: object) -> None:
    """Keep what she filled in. Raises TypeError for a part that does not exist."""
    unknown = set(parts) - set(PARTS)
    if unknown:
        raise TypeError(f"a talk has no {', '.join(sorted(unknown))}")
    for name, value in parts.items():
        setattr(talk, name, value)
    talk.save(update_fields=list(parts))


@transaction.atomic
def invite_to_talk(*, talk: Talk, visit: Visit, text: str) -> None:
    """The other reads exactly this text. History: that she invited to a talk. Once per talk."""
    if not text.strip() or talk.invited_at:
        raise NothingToShareError
    write_line(seat=visit.seat, kind="talk_invited", now=visit.now, note=text)
    talk.invited_at = visit.now
    talk.save(update_fields=["invited_at"])


def hold_talk(*, talk: Talk, held_on: date, agreed: str, look_back_on: date | None) -> None:
    """It took place; what was agreed in her words, still hers alone, and when she wants to look back."""
    talk.held_on, talk.agreed, talk.look_back_on = held_on, agreed, look_back_on
    talk.save(update_fields=["held_on", "agreed", "look_back_on"])


@transaction.atomic
def share_agreed(*, talk: Talk, visit: Visit, text: str) -> None:
    """What was agreed lies on the table, in exactly this text. History: that a talk was held. Once per talk."""
    if not text.strip() or talk.agreed_shared_at or talk.held_on is None:
        raise NothingToShareError
    write_line(seat=visit.seat, kind="talk_held", now=visit.now, happened_on=talk.held_on, note=text)
    talk.agreed_shared_at = visit.now
    talk.save(update_fields=["agreed_shared_at"])


def look_back_on_talk(*, talk: Talk, helped: str, now: datetime) -> None:
    """Did it help? For herself."""
    talk.helped, talk.looked_back_at = Talk.Helped(helped).value, now
    talk.save(update_fields=["helped", "looked_back_at"])
