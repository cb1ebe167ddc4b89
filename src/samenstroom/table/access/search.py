"""What somebody may find back: only what she may see."""

from __future__ import annotations

from datetime import datetime

from samenstroom.accounts.models import Person
from samenstroom.search.queries.found import Found, search


def found_by(person: Person, asked: str, now: datetime, begin: int) -> Found:
    """Everything she may see that holds these words."""
    return search(person, asked, now, begin=begin)
