"""Feedback as one visit may see it: what lies on the table, and her own drafts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from samenstroom.accounts.models import Person
from samenstroom.collaborations.visibility import private_rows, shared_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.feedback.models import Direction, Feedback, FeedbackAnswer, FeedbackDraft
from samenstroom.kit import clock


@dataclass(frozen=True)
class FeedbackView:
    """One feedback as this visit sees it. `i_gave`: her side said it, here or elsewhere."""

    feedback: Feedback
    i_shared: bool
    answers: tuple[FeedbackAnswer, ...]
    my_party: int

    @property
    def i_gave(self) -> bool:
        return self.i_shared == (self.feedback.direction == Direction.GIVEN.value)

    @property
    def mine(self) -> FeedbackAnswer | None:
        """What her side answered."""
        return next((one for one in self.answers if one.seat.party_id == self.my_party), None)

    @property
    def theirs(self) -> FeedbackAnswer | None:
        """What the other answered."""
        return next((one for one in self.answers if one.seat.party_id != self.my_party), None)

    @property
    def waits_for_me(self) -> bool:
        """The other shared it, and her side has not answered."""
        return not self.i_shared and self.mine is None


def feedback_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, list[FeedbackView]]:
    """Collaboration id -> all feedback there, newest first; two queries for any number of tables."""
    tables = {visit.collaboration.pk: visit for visit in visits}
    rows = shared_rows(Feedback.objects.filter(collaboration__in=tables), seen_by=person)
    found: dict[int, list[FeedbackView]] = {key: [] for key in tables}
    for one in rows.select_related("by").prefetch_related("answers__seat").order_by("-shared_at", "-pk"):
        party = tables[one.collaboration_id].party.pk
        i_shared = one.by is not None and one.by.party_id == party
        found[one.collaboration_id].append(FeedbackView(one, i_shared, tuple(one.answers.all()), party))
    return found


def feedback_of(visit: Visit) -> list[FeedbackView]:
    """All feedback at this table, newest first."""
    return feedback_by_table(visit.person, [visit])[visit.collaboration.pk]


def feedback_by_id(visit: Visit, public_id: str) -> FeedbackView | None:
    """One feedback of this table."""
    return next((view for view in feedback_of(visit) if view.feedback.public_id == public_id), None)


def drafts_of(visit: Visit) -> list[FeedbackDraft]:
    """Her own drafts here, newest first."""
    rows = private_rows(FeedbackDraft.objects.filter(collaboration=visit.collaboration), seen_by=visit.person)
    return list(rows.order_by("-written_at", "-pk"))


def draft_by_id(visit: Visit, public_id: str) -> FeedbackDraft | None:
    """One draft of her own."""
    return next((one for one in drafts_of(visit) if one.public_id == public_id), None)


def cooled_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, FeedbackDraft | None]:
    """Collaboration id -> a draft of hers whose day has come; one query."""
    tables = {visit.collaboration.pk: clock.day_of(visit.now) for visit in visits}
    rows = private_rows(FeedbackDraft.objects.filter(collaboration__in=tables), seen_by=person)
    found: dict[int, FeedbackDraft | None] = dict.fromkeys(tables)
    for one in rows.order_by("written_at"):
        if is_cool(one, tables[one.collaboration_id]):
            found[one.collaboration_id] = one
    return found


def is_cool(draft: FeedbackDraft, today: date) -> bool:
    """Whether the day on which she wanted to read it again has come."""
    return bool(draft.cools_until) and date.fromisoformat(draft.cools_until) <= today
