"""Mails with a personal link that did not arrive, or may not have: known to who sent them, and to nobody else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from samenstroom.accounts.models import Person, PersonalLink
from samenstroom.mail.queries import troubles_of

from .visits import Visit

KEY = "link:"
"""Begins the key of such a mail; after it comes the public id of the copy."""


class Fate(StrEnum):
    """What is wrong with a mail: it was refused, or nobody knows."""

    FAILED = "failed"
    UNCERTAIN = "uncertain"


def fates_of(person: Person) -> Mapping[str, Fate]:
    """Public id of a copy that she mailed -> what is wrong with that mail; one query."""
    rows = troubles_of(person).filter(unique_key__startswith=KEY).values_list("unique_key", "uncertain_at")
    return {key.removeprefix(KEY): Fate.UNCERTAIN if uncertain else Fate.FAILED for key, uncertain in rows}


def fates_by_table(person: Person, visits: Sequence[Visit]) -> Mapping[int, Fate | None]:
    """Per table what is wrong with the newest copy of the other's link; nothing once there is a newer one.

    One query for any number of tables, and one more when something is wrong.
    """
    found: dict[int, Fate | None] = {visit.collaboration.pk: None for visit in visits}
    fates = fates_of(person)
    if not fates:
        return found
    tables = PersonalLink.objects.filter(public_id__in=fates).values("invitee__seat__collaboration")
    copies = PersonalLink.objects.filter(invitee__seat__collaboration__in=tables)
    newest = {
        table: (copy, withdrawn)
        for table, copy, withdrawn in copies.order_by("minted_at", "pk").values_list(
            "invitee__seat__collaboration", "public_id", "withdrawn_at"
        )
    }
    told = {table: fates.get(copy) for table, (copy, withdrawn) in newest.items() if withdrawn is None}
    return {table: told.get(table) for table in found}
