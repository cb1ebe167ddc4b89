"""The moment of a kick-off for any calendar."""

from __future__ import annotations

from django.utils.translation import gettext as _

from samenstroom.kit.calendar_file import Moment, calendar_file
from samenstroom.planning.models import KickoffTalk


def talk_moment(talk: KickoffTalk, host: str) -> Moment:
    """The same talk keeps its name; a change has a higher sequence, so a calendar replaces it.

    The title is neutral and the agenda is not in it: who looks over somebody's shoulder learns nothing. A talk that was
    cancelled takes itself out.
    """
    return Moment(
        uid=f"{talk.public_id}@{host}",
        title=_("Gesprek"),
        stamp=talk.cancelled_at or talk.agreed_at or talk.proposed_at,
        begins_at=talk.begins_at,
        ends_at=talk.ends_at,
        place=str(talk.place),
        sequence=talk.sequence,
        is_tentative=not (talk.counts or talk.cancelled_at),
        is_cancelled=talk.cancelled_at is not None,
    )


def talk_file(talk: KickoffTalk, host: str) -> bytes:
    """The file she takes along herself, with the place in it."""
    return calendar_file(talk_moment(talk, host))
