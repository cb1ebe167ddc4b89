"""What each side brings in, agreed and given: section -> how its rows stand there."""

from __future__ import annotations

from collections.abc import Mapping

from samenstroom.collaborations.visits import Visit
from samenstroom.contributions.models import AgreedContribution, Contribution
from samenstroom.contributions.queries.hours import ledger_of
from samenstroom.contributions.wording.hours import agreed_page, entry_row, sides_left

from .kept import Kept


def _read(visit: Visit) -> object:
    """Every line and plan in words: a number that is none breaks here."""
    ledger = ledger_of(visit)
    agreed = [agreed_page(visit, one) for one in ledger.agreed]
    return agreed, [entry_row(visit, one) for one in ledger.entries], sides_left(visit, ledger)


HOURS: Mapping[str, Kept] = {
    "agreed_contributions": Kept(
        AgreedContribution,
        ("starts_on", "terms", "proposed_at", "agreed_at", "noted_at", "dropped_at"),
        ("proposed_at", "pk"),
        seats=("proposed_by", "agreed_by"),
        parties=("party",),
        must_read=_read,
    ),
    "contributions": Kept(
        Contribution,
        (
            "on", "kind", "amount", "what", "work", "source", "external_key", "added_at", "changed_at", "confirmed_at",
            "otherwise", "otherwise_at", "removed_at",
        ),
        ("added_at", "pk"),
        names={"seat": "by", "what": "text"},
        seats=("seat", "confirmed_by", "otherwise_by"),
        parties=("party",),
        must_read=_read,
    ),
}  # fmt: skip
