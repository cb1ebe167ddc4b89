"""Ways in that opened nothing any more: throw them away once nobody can use or miss them."""

from __future__ import annotations

from datetime import datetime, timedelta

from .models import EmailCode, PersonalLink, PracticeInvitation

CODES = timedelta(days=2)
LINKS = timedelta(days=180)


def forget_ways_in(*, now: datetime) -> int:
    """Codes by mail of two days ago, invitations and links that stopped working half a year ago; returns how many.

    A link that was used stays: it says with which copy somebody came in.
    """
    links = PersonalLink.objects.filter(expires_at__lt=now - LINKS, used_at=None)
    old = (
        EmailCode.objects.filter(made_at__lt=now - CODES),
        PracticeInvitation.objects.filter(expires_at__lt=now - LINKS),
        links,
    )
    return sum(rows.delete()[0] for rows in old)
