"""The notice that both agreed on, for the side that looks."""

from __future__ import annotations

from samenstroom.agreements.queries.in_force import in_force_at
from samenstroom.collaborations.visits import Visit
from samenstroom.rules.notice import Notice, Unit


def agreed_notice(visit: Visit) -> Notice | None:
    """The notice in the agreement that holds, when her side ends it; None when none was agreed."""
    held = in_force_at(visit)
    days = held.notice_days(visit.party.pk) if held else None
    if held is None or days is None:
        return None
    return Notice(days, Unit.DAYS, from_month_start=held.terms.get("notice_starts") == "first_of_month")
