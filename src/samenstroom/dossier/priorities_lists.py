"""Priorities: what changes for either side, and what the other said to it."""

from __future__ import annotations

from collections.abc import Mapping

from samenstroom.adjusting.models import PriorityChange
from samenstroom.adjusting.queries.priorities import changes_of, rankings_of
from samenstroom.adjusting.wording.priorities import change_page, ranking_page
from samenstroom.collaborations.visits import Visit

from .kept import Kept


def _read(visit: Visit) -> object:
    rankings = [ranking_page(visit, one, one) for one in rankings_of(visit)]
    return [change_page(visit, one) for one in changes_of(visit)], rankings


PRIORITIES: Mapping[str, Kept] = {
    "priority_changes": Kept(
        PriorityChange,
        (
            "told_at", "starts_on", "content", "answer", "answered_at", "answer_words", "withdrawn_at", "noted_at",
        ),
        ("told_at", "pk"),
        letter="pc",
        seats=("told_by", "answered_by"),
        parties=("party",),
        rows={"addendum": "agreement_versions"},
        earlier={"counters": "priority_changes"},
        must_read=_read,
    ),
}  # fmt: skip
