"""The day until which both keep a closed collaboration: told 30 and 7 days before, then erased."""

from __future__ import annotations

from datetime import datetime, timedelta

from samenstroom.farewell.models import KeepTerm
from samenstroom.farewell.queries.keep_terms import terms_near
from samenstroom.kit import clock
from samenstroom.privacy.actions.tables import erase_shared

from .letters import letters_of

LAST_WORD = timedelta(days=7)


def sweep_terms(*, now: datetime) -> int:
    """Tell both sides whose day comes near, and erase where it came; says how many were erased. Harmless to repeat.

    Nothing is erased sooner than a week after the first warning, also when a worker stood still.
    """
    gone, today = 0, clock.day_of(now)
    for term in terms_near(today).select_related("collaboration"):
        KeepTerm.objects.filter(pk=term.pk, warned_at=None).update(warned_at=now)
        if term.until <= today and term.warned_at is not None and term.warned_at <= now - LAST_WORD:
            erase_shared(collaboration=term.collaboration, now=now)
            gone += 1
            continue
        _tell(term, "30", now)
        if term.until - today <= LAST_WORD:
            _tell(term, "7", now)
    return gone


def _tell(term: KeepTerm, days: str, now: datetime) -> None:
    for letter in letters_of(term.collaboration, about=term.until):
        letter.queue("keep_term_near", f"keep-term:{term.public_id}:{days}:{letter.to.pk}", now)
