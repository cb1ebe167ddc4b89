"""Feedback, decisions and appreciation: section -> how their rows stand there."""

from __future__ import annotations

from collections.abc import Mapping

from samenstroom.collaborations.visits import Visit
from samenstroom.feedback.models import (
    Appreciation,
    DecisionWord,
    Feedback,
    FeedbackAnswer,
    FeedbackDraft,
    MadeDecision,
)
from samenstroom.feedback.queries.appreciations import appreciations_of
from samenstroom.feedback.queries.decisions import decisions_of
from samenstroom.feedback.queries.feedback import feedback_of
from samenstroom.feedback.wording.feedback import appreciation_row, decision_page, feedback_page

from .kept import Kept


def _feedback_read(visit: Visit) -> object:
    return [feedback_page(visit, one) for one in feedback_of(visit)]


def _decisions_read(visit: Visit) -> object:
    return [decision_page(visit, one) for one in decisions_of(visit)]


def _appreciations_read(visit: Visit) -> object:
    return [appreciation_row(visit, one) for one in appreciations_of(visit)]


FEEDBACK: Mapping[str, Kept] = {
    "feedback_given": Kept(
        Feedback,
        ("direction", "said", "said_on", "shared_at"),
        ("shared_at", "pk"),
        seats=("by",),
        inside={
            "answers": Kept(
                FeedbackAnswer,
                ("words", "agreed", "answered_at"),
                ("answered_at", "pk"),
                names={"seat": "by"},
                seats=("seat",),
                parent="feedback",
            ),
        },
        must_read=_feedback_read,
    ),
    "decisions_made": Kept(
        MadeDecision,
        ("content", "decided_on", "noted_at", "withdrawn_at"),
        ("noted_at", "pk"),
        seats=("noted_by",),
        parties=("decided_by", "expertise"),
        inside={
            "words": Kept(
                DecisionWord,
                ("stance", "words", "said_at"),
                ("said_at", "pk"),
                names={"seat": "by"},
                seats=("seat",),
                parent="decision",
            ),
        },
        must_read=_decisions_read,
    ),
    "appreciated": Kept(
        Appreciation, ("words", "given_at"), ("given_at", "pk"), names={"seat": "by"}, seats=("seat",),
        must_read=_appreciations_read,
    ),
}  # fmt: skip

OWN_FEEDBACK: Mapping[str, Kept] = {
    "feedback_drafts": Kept(FeedbackDraft, ("content", "cools_until", "written_at"), ("written_at", "pk")),
}
