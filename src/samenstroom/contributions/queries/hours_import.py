"""Which rows of an export were read in before."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from django.utils.crypto import salted_hmac

from samenstroom.collaborations.visibility import shared_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.contributions.importing import HoursRow
from samenstroom.contributions.models import Contribution

_SALT = "samenstroom.contributions.imported_row"


def keyed_rows(visit: Visit, rows: Iterable[HoursRow]) -> dict[str, HoursRow]:
    """Key -> row. Without the secret of this instance a key tells nothing about the words of its row."""
    salt = f"{_SALT}:{visit.party.pk}"
    return {salted_hmac(salt, one.mark, algorithm="sha256").hexdigest(): one for one in rows}


def known_rows(visit: Visit, keys: Collection[str]) -> int:
    """How many of these were read in before by this side."""
    rows = Contribution.objects.filter(collaboration=visit.collaboration, party=visit.party).exclude(external_key="")
    known = shared_rows(rows, seen_by=visit.person).values_list("external_key", flat=True)
    return len(frozenset(known) & frozenset(keys))
