"""What she wrote for herself alone."""

from __future__ import annotations

from django.db.models import Model, Q

from samenstroom.adjusting.models import ConflictDraft, OwnAttempt, Talk
from samenstroom.agreements.models import KeptText, LawyerRemark
from samenstroom.checkins.models import OwnCheckIn
from samenstroom.collaborations.models import PersonalNote
from samenstroom.exploring.models import Decision, Feeling, LookBack, OwnAcquaintance, ReferenceRequest, Scan
from samenstroom.farewell.models import Farewell, HandoverItem, KeepInTouch, Testimonial, ThankNote
from samenstroom.feedback.models import FeedbackDraft
from samenstroom.learning.models import Lesson, Retrospective
from samenstroom.planning.models import OwnExitPlan, OwnKickoff

from .source import Source

SAID = ("what", "why", "source", "proposal")
TALK = ("subject", "facts", "effect", "need", "request", "offer", "opening", "agreed")


def _own(
    kind: str, model: type[Model], texts: tuple[str, ...], day: str, page: str, part: str = "", key: str = "public_id",
    only: Q | None = None, keys: tuple[str, ...] = (), *, is_loose: bool = False,
) -> Source:  # fmt: skip
    return Source(kind, model, texts, day, page, part, key, only or Q(), keys, private=True, is_loose=is_loose)


OWN = (
    _own("note", PersonalNote, ("origin",), "", "collaboration"),
    _own("feeling", Feeling, ("words", "prediction"), "felt_at", "feelings", is_loose=True),
    _own("lesson", Lesson, ("words",), "learned_at", "lesson", "lesson", is_loose=True),
    _own("lesson", LookBack, ("lesson",), "looked_back_at", "lessons", is_loose=True),
    _own("own_checkin", OwnCheckIn, ("remark",), "answered_on", "own"),
    _own("talk", Talk, TALK, "started_at", "talk", "talk"),
    _own("attempt", OwnAttempt, ("stuck", "tries", "why"), "started_at", "own_attempt", keys=("text",)),
    _own(
        "own_decision", Decision, ("feeling", "why", "worries"), "decided_at", "decision_made", "decision",
        only=Q(decided_at__isnull=False), keys=("words", "text"),
    ),
    _own("own_decision", Decision, ("feeling", "why"), "started_at", "decision", only=Q(decided_at=None)),
    _own(
        "scan", Scan, ("answers", "stretch"), "finished_at", "scan_result", "scan",
        only=Q(finished_at__isnull=False), keys=("note",),
    ),
    _own("scan", Scan, ("answers", "stretch"), "started_at", "scan", only=Q(finished_at=None), keys=("note",)),
    _own("reference", ReferenceRequest, ("referee", "words", "noted"), "asked_at", "reference", "reference"),
    _own(
        "reference", ReferenceRequest, ("answers",), "sent_at", "reference", "reference",
        only=Q(sent_at__isnull=False),
    ),
    _own("acquaintance", OwnAcquaintance, ("answers",), "kept_at", "own_acquaintance"),
    _own("kickoff", OwnKickoff, ("answers",), "kept_at", "own_kickoff", keys=("mine", "guess", "said")),
    _own("exit_plan", OwnExitPlan, ("answers",), "kept_at", "own_exit_plan"),
    _own("agreement_text", KeptText, ("text",), "kept_at", "reading_kept", "text"),
    _own("lawyer", LawyerRemark, ("words", "proposal"), "written_at", "lawyer", "review", "review__public_id"),
    _own("feedback", FeedbackDraft, ("content",), "written_at", "feedback_draft", "draft", keys=SAID),
    _own(
        "conflict", ConflictDraft, ("parts",), "written_at", "conflict_tell", "conflict", "conflict__public_id"
    ),
    _own("retrospective", Retrospective, ("answers",), "started_at", "retrospective"),
    _own("farewell", Farewell, ("reflection", "letter", "talk", "lesson"), "started_at", "farewell"),
    _own(
        "handover", HandoverItem, ("title", "where"), "added_at", "handover_draft", "item", only=Q(tabled_at=None)
    ),
    _own("contact", KeepInTouch, ("words",), "remind_on", "keep_in_touch"),
    _own("thanks", ThankNote, ("draft",), "", "thanks_note", only=Q(shared_at=None)),
    _own("thanks", Testimonial, ("draft",), "", "testimonial", only=Q(released_at=None)),
)  # fmt: skip
