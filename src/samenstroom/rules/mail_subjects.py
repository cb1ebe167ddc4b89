"""What mail can be about, for who chooses how often she is mailed about it.

A kind of mail that stands in no list is other news. What somebody asks for herself, a code or a link, and what somebody
is sent at an address another typed, is no subject: it leaves at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Subject(StrEnum):
    """What a mail is about, in the order in which she reads them."""

    CHECKINS = "checkins"
    PROPOSALS = "proposals"
    AGREEMENT = "agreement"
    TALKS = "talks"
    ENDINGS = "endings"
    OUTSIDE = "outside"
    OTHER = "other"


ALWAYS = frozenset(
    {
        "email_code", "password_reset", "invitation", "link_renewed", "reference_request", "successor_invitation",
        "lawyer_invitation", "lawyer_renewed", "mediator_invitation", "mediator_renewed", "mentor_invitation",
        "outside_moment_agreed", "outside_moment_cancelled", "mail_trial",
    }
)  # fmt: skip
"""Kinds about which she chooses nothing: somebody waits for them, or typed the address."""

KINDS: Mapping[Subject, frozenset[str]] = {
    Subject.CHECKINS: frozenset(
        {"checkin_invitation", "checkin_reminder", "reveal", "repair_look_back", "trial_evaluation"}
    ),
    Subject.PROPOSALS: frozenset(
        {
            "acquaintance_invitation", "acquaintance_opened", "rhythm_proposed", "readback_asked", "extra_work_asked",
            "extra_work_countered", "extra_work_answered", "advice_given", "change_told", "change_answered",
            "exit_plan_proposed", "pause_proposed", "task_new_date", "kickoff_ready", "kickoff_invitation",
            "kickoff_cancelled", "moment_proposed", "moment_agreed", "moment_changed", "moment_cancelled",
            "mediation_talk", "working_agreements_proposed", "repair_attempt_proposed", "companion_proposed",
            "trial_proposed",
        }
    ),
    Subject.AGREEMENT: frozenset(
        {
            "agreement_put", "addendum_put", "proposals_put", "proposals_answered", "agreement_signed_by_other",
            "agreement_declined", "agreement_sealed", "agreement_expired", "review_said", "agreement_day_near",
            "agreement_elsewhere_noted",
        }
    ),
    Subject.TALKS: frozenset(
        {
            "feedback_given", "conflict_opened", "conflict_news", "conflict_step", "mediation_proposed",
            "mediation_note",
        }
    ),
    Subject.ENDINGS: frozenset({"end_announced", "end_reminder", "handover_shared"}),
    Subject.OUTSIDE: frozenset({"readiness_received", "reference_answered", "lawyer_remark", "mentor_news"}),
}  # fmt: skip


def subject_of(kind: str) -> Subject:
    """Return what this kind of mail is about."""
    return next((subject for subject, kinds in KINDS.items() if kind in kinds), Subject.OTHER)
