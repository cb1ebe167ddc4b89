"""Acts that ask much of the machine: how often one person may do each. Far more than anybody needs by hand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from .models import Person
from .throttle import Limit, count_try

HOUR = timedelta(hours=1)
LIMITS: Mapping[str, Limit] = {
    "dispute": Limit(10, HOUR),  # a file of a disagreement: a PDF is made and sealed, and its mark is kept
    "reading": Limit(30, HOUR),  # an agreement made elsewhere: a file is taken apart, and every clause looked for
    "file": Limit(40, HOUR),  # hours, tasks, an invoice, a profile or a draft read from a file; a file or PDF kept
    "dossier": Limit(20, HOUR),  # one collaboration, or a profile, as a file
    "read in": Limit(10, HOUR),  # a whole collaboration out of a file
    "takeout": Limit(6, HOUR),  # everything of hers
    "search": Limit(60, timedelta(minutes=10)),  # every text she may see is opened
    "examples": Limit(6, HOUR),  # three years of work are made up
}


def count_heavy(*, what: str, person: Person, now: datetime) -> None:
    """Count one such act of hers. Raises TooManyTriesError, which says when it is possible again."""
    count_try(bucket=f"heavy {what}:{person.pk}", limit=LIMITS[what], now=now, person=person)
