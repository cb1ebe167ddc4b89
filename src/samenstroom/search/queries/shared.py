"""What both wrote down, where it lies on the table."""

from __future__ import annotations

from django.db.models import Q

from samenstroom.adjusting.models import (
    Conflict,
    ConflictPart,
    Mediation,
    MediationNote,
    Pause,
    PriorityChange,
    RepairAttempt,
    SummarySentence,
)
from samenstroom.agreements.models import (
    Advice,
    AgreementVersion,
    ClauseComment,
    ClauseProposal,
    ExtraWork,
    ReadBack,
    Review,
    SharedRemark,
)
from samenstroom.checkins.models import Repair
from samenstroom.collaborations.models import LineAnswer
from samenstroom.contributions.models import Contribution, Invoice
from samenstroom.exploring.models import Trial
from samenstroom.farewell.models import (
    AccessBack,
    ClosingStatement,
    Ending,
    HandoverItem,
    LastDay,
    SettlementItem,
    SuccessorQuestion,
    Testimonial,
    ThankNote,
    WorkInSession,
)
from samenstroom.feedback.models import Appreciation, DecisionWord, Feedback, FeedbackAnswer, MadeDecision
from samenstroom.planning.models import AgendaPoint, ExitPlan, SharedGoal, StartEntry, Task, WorkingAgreement

from .source import Source

STANDS = Q(dropped_at=None)
NOT_TAKEN_BACK = Q(withdrawn_at=None)
NEWEST = Q(replaced_at=None)

AGREED = (
    Source(
        "agreement", AgreementVersion, ("text",), "put_at", "agreement_version", "number", "number",
        NEWEST & NOT_TAKEN_BACK, ("title", "name", "legal", "plain", "addition", "text", "charter"),
    ),
    Source(
        "agreement_talk", ClauseComment, ("words",), "said_at", "agreement_talk", "number", "version__number"
    ),
    Source(
        "agreement_talk", ClauseProposal, ("why", "word"), "put_at", "agreement_talk", "number", "version__number",
        NOT_TAKEN_BACK,
    ),
    Source("agreement_talk", SharedRemark, ("words", "proposal"), "shared_at", "shared_remarks", only=NOT_TAKEN_BACK),
    Source("review", Review, ("words",), "said_at", "review", only=NOT_TAKEN_BACK),
    Source(
        "readback", ReadBack, ("words", "contest_words"), "agreed_on", "readbacks", only=NOT_TAKEN_BACK & NEWEST
    ),
    Source("extra_work", ExtraWork, ("what",), "put_at", "extra_work", only=STANDS),
    Source(
        "advice", Advice, ("asked", "instead", "why", "source", "anyway", "answer_words", "outcome"), "given_at",
        "advices", only=NOT_TAKEN_BACK,
    ),
    Source("trial", Trial, ("scope", "questions"), "proposed_at", "trial", only=STANDS & NEWEST),
)  # fmt: skip

WORK = (
    Source("task", Task, ("content",), "added_at", "task", "task", only=STANDS, keys=("what", "note")),
    Source("goal", SharedGoal, ("text",), "proposed_at", "kickoff", only=STANDS & NEWEST),
    Source("goal", AgendaPoint, ("text",), "added_at", "kickoff", only=STANDS),
    Source("working", WorkingAgreement, ("content",), "proposed_at", "working_agreements", only=STANDS & NEWEST),
    Source("exit_plan", ExitPlan, ("content",), "proposed_at", "exit_plan", only=STANDS & NEWEST),
    Source("ready", StartEntry, ("content",), "added_at", "onboarding", only=STANDS & Q(list="ready")),
    Source("access", StartEntry, ("content",), "added_at", "accesses_register", only=STANDS & Q(list="access")),
    Source("risk", StartEntry, ("content",), "added_at", "risks", only=STANDS & Q(list="risk")),
    Source("decision", MadeDecision, ("content",), "decided_on", "decision_record", "decision", only=NOT_TAKEN_BACK),
    Source("decision", DecisionWord, ("words",), "said_at", "decision_record", "decision", "decision__public_id"),
    Source(
        "feedback", Feedback, ("said",), "said_on", "feedback_item", "feedback",
        keys=("what", "why", "source", "proposal"),
    ),
    Source(
        "feedback", FeedbackAnswer, ("words", "agreed"), "answered_at", "feedback_item", "feedback",
        "feedback__public_id",
    ),
    Source("appreciation", Appreciation, ("words",), "given_at", "appreciations"),
    Source("hours", Contribution, ("what", "otherwise"), "on", "hours", only=Q(removed_at=None)),
    Source(
        "invoice", Invoice, ("content",), "issued_on", "invoice", "invoice", only=NOT_TAKEN_BACK,
        keys=("number", "what", "seller"),
    ),
    Source("repair", Repair, ("text",), "proposed_at", "checkin_reveal", "day", "round__opened_on", STANDS),
    Source("logbook", LineAnswer, ("words",), "answered_at", "log_line", "line", "line__public_id"),
)  # fmt: skip

TURNING = (
    Source("attempt", RepairAttempt, ("stuck", "tries"), "proposed_at", "repair_attempt", only=STANDS, keys=("text",)),
    Source("pause", Pause, ("words",), "proposed_at", "pause", only=STANDS),
    Source(
        "priorities", PriorityChange, ("content", "answer_words"), "told_at", "change", "change", only=NOT_TAKEN_BACK,
        keys=("what", "why", "time", "money", "roles"),
    ),
    Source("conflict", Conflict, ("subject",), "opened_at", "conflict", "conflict"),
    Source("conflict", ConflictPart, ("words",), "given_at", "conflict", "conflict", "conflict__public_id"),
    Source(
        "conflict", SummarySentence, ("words",), "proposed_at", "conflict", "conflict", "conflict__public_id",
        Q(gone_at=None),
    ),
    Source("mediation", Mediation, ("name", "words"), "proposed_at", "mediation", only=STANDS),
    Source("mediation", MediationNote, ("text",), "written_at", "mediation"),
)  # fmt: skip

ENDING = (
    Source("ending", Ending, ("words",), "announced_at", "ending", only=NOT_TAKEN_BACK),
    Source("ending", LastDay, ("words",), "proposed_at", "ending", only=NEWEST),
    Source("ending", AccessBack, ("text",), "added_at", "ending_access", only=STANDS),
    Source(
        "handover", HandoverItem, ("title", "where"), "tabled_at", "handover_item", "item",
        only=STANDS & Q(tabled_at__isnull=False),
    ),
    Source("handover", WorkInSession, ("subject", "who", "held"), "begins_at", "work_in", only=STANDS),
    Source(
        "handover", SuccessorQuestion, ("text",), "asked_at", "successor", "successor", "successor__public_id"
    ),
    Source("settlement", SettlementItem, ("text", "end_words"), "added_at", "settlement", only=STANDS),
    Source("settlement", ClosingStatement, ("words",), "proposed_at", "settlement", only=NEWEST),
    Source("thanks", ThankNote, ("words",), "shared_at", "thanks", only=Q(shared_at__isnull=False)),
    Source(
        "thanks", Testimonial, ("words",), "released_at", "thanks",
        only=Q(released_at__isnull=False) & NOT_TAKEN_BACK,
    ),
)  # fmt: skip

SHARED = (*AGREED, *WORK, *TURNING, *ENDING)
