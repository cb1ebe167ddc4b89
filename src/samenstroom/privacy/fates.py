"""What becomes of each kind of record when somebody is erased. A new model gets a line here, or a test fails.

- `OWN`: hers alone. All of it goes. The models of a group are counted together on the page about what is kept.
- `MIXED`: sealed or private until something happened, of both from then on. What is still hers goes; of the rest,
  what only she could read is emptied.
- `SHARED`: of both sides of a collaboration. It stays with the other, with the name that stood there; it goes when
  nobody sits at that table any more.
- `AROUND`: how she comes in, handled one by one by the action.
- `NOBODYS`: says nothing of anybody.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from django.apps import apps
from django.db.models import Model, Q

Labels = tuple[str, ...]

OWN: Mapping[str, Labels] = {
    "profile": ("profiles.Profile", "profiles.Boundary", "profiles.WorkPage", "profiles.ReadinessPage"),
    "doubts": (
        "exploring.Scan", "exploring.Decision", "exploring.LookBack", "exploring.Feeling", "exploring.OwnAcquaintance",
        "exploring.ReadinessAnswer", "exploring.ReferenceRequest", "exploring.OwnRoom", "exploring.Asked",
        "collaborations.OwnStage", "collaborations.PersonalNote",
    ),
    "drafts": (
        "agreements.AddendumDraft", "agreements.AgreementDraft", "agreements.OwnFacts", "agreements.RuleAside",
        "agreements.KeptText", "feedback.FeedbackDraft", "adjusting.ConflictDraft", "adjusting.BlindLimit",
        "adjusting.MediationTick",
    ),
    "preparing": (
        "adjusting.Talk", "adjusting.OwnAttempt", "planning.OwnExitPlan", "planning.OwnKickoff", "farewell.Farewell",
        "farewell.KeepInTouch", "contributions.OwnBalance",
    ),
    "own_checkins": ("checkins.OwnCheckIn", "checkins.OwnRhythm", "checkins.CarryingOn"),
    "lawyers": (
        "agreements.LawyerReview", "agreements.LawyerText", "agreements.LawyerRemark", "agreements.LawyerLook",
    ),
    "learning": ("learning.Lesson", "learning.Outline", "learning.Retrospective"),
    "mentors": ("learning.Mentorship", "learning.MentorShare", "learning.MentorLook", "learning.MentorNote"),
    "signals": ("watch.ShownFinding", "watch.SeenMark"),
    "imported": ("dossier.Extra",),
    "signing_in": ("accounts.Browser", "accounts.AddressChange"),
    "connections": ("connections.Connection",),
    "choices": ("agenda.CalendarFeed", "mail.MailChoice", "mail.MailStop"),
    "wish": ("privacy.ErasureWish",),
}  # fmt: skip
"""Group -> models with a `person`; whatever hangs under such a row goes with it."""


@dataclass(frozen=True)
class Mixed:
    """Whose it is stands in `owner`. What `is_shared` says is of both; `emptied` of it was for her alone."""

    group: str
    is_shared: Q
    owner: str = "person"
    emptied: Mapping[str, object] = field(default_factory=dict)


MIXED: Mapping[str, Mixed] = {
    "checkins.Answer": Mixed("sealed", Q(round__revealed_at__isnull=False) | Q(freed_at__isnull=False)),
    "checkins.RepairLook": Mixed("sealed", Q(repair__looked_back_at__isnull=False)),
    "exchanges.ExchangeAnswer": Mixed("sealed", Q(exchange__revealed_at__isnull=False) | Q(freed_at__isnull=False)),
    "collaborations.HistoryLine": Mixed("own_lines", Q(circle="shared"), owner="author"),
    "files.KeptFile": Mixed("own_lines", Q(circle="shared")),
    "farewell.HandoverItem": Mixed("preparing", Q(tabled_at__isnull=False)),
    "farewell.ThankNote": Mixed("preparing", Q(shared_at__isnull=False), emptied={"draft": ""}),
    "farewell.Testimonial": Mixed(
        "preparing",
        Q(released_at__isnull=False, withdrawn_at=None) | Q(released_at=None, asked_at__isnull=False),
        emptied={"draft": ""},
    ),
}
"""Model -> when a row of it is of both."""

SHELLS: Mapping[str, tuple[str, object]] = {
    "checkins.Answer": ("values", {}),
    "exchanges.ExchangeAnswer": ("answers", {}),
    "checkins.RepairLook": ("helped", ""),
    "adjusting.BlindLimit": ("amount", "0"),
}
"""Model -> the column that says something and what it holds once that was erased: that she sent it is known to both."""

SHARED: Mapping[str, Labels] = {
    "record": (
        "collaborations.Collaboration", "collaborations.Party", "collaborations.Seat", "collaborations.LineAnswer",
        "dossier.Import",
    ),
    "agreements": (
        "agreements.AgreementVersion", "agreements.SignedElsewhere", "agreements.ClauseYes", "agreements.ClauseComment",
        "agreements.ClauseProposal", "agreements.SharedRemark", "agreements.Review", "agreements.TrailEvent",
        "agreements.Signature", "agreements.Refusal", "agreements.SealedPaper", "agreements.ReadBack",
        "agreements.ExtraWork", "agreements.ExtraWorkOffer", "agreements.Advice",
    ),
    "money": (
        "contributions.Invoice", "contributions.InvoiceReminder", "contributions.AgreedContribution",
        "contributions.Contribution",
    ),
    "rounds": ("checkins.Rhythm", "checkins.Round", "checkins.Repair", "exchanges.Exchange", "exploring.Trial"),
    "plans": (
        "planning.ExitPlan", "planning.SharedGoal", "planning.AgendaPoint", "planning.KickoffTalk",
        "planning.StartEntry", "planning.Task", "planning.TaskWord", "planning.WorkingAgreement",
    ),
    "talking": (
        "feedback.Appreciation", "feedback.MadeDecision", "feedback.DecisionWord", "feedback.Feedback",
        "feedback.FeedbackAnswer", "adjusting.RepairAttempt", "adjusting.PriorityChange", "adjusting.Pause",
        "adjusting.Companion", "adjusting.Conflict", "adjusting.ConflictPart", "adjusting.SummarySentence",
        "adjusting.SolvedWord", "adjusting.LadderMove", "adjusting.BlindRound", "adjusting.BlindAnswer",
        "adjusting.Mediation", "adjusting.MediationLook", "adjusting.MediationNote", "adjusting.MediationTalk",
        "adjusting.MediationTalkAnswer",
    ),
    "farewell": (
        "farewell.AccessBack", "farewell.ReferenceYes", "farewell.Ending", "farewell.HandoverPlan",
        "farewell.KeepTerm", "farewell.LastDay", "farewell.SettlementItem", "farewell.SettlementTick",
        "farewell.ClosingStatement", "farewell.Successor", "farewell.HandoverRelease", "farewell.SuccessorLook",
        "farewell.SuccessorTick", "farewell.SuccessorQuestion", "farewell.SuccessorAnswer", "farewell.WorkInSession",
    ),
}  # fmt: skip
"""Group -> models with a `collaboration` and nobody's own."""

AROUND: Labels = (
    "accounts.Person", "accounts.Membership", "accounts.Practice", "accounts.PracticeInvitation", "accounts.Invitee",
    "accounts.PersonalLink", "accounts.LinkRequest", "accounts.EmailCode", "mail.OutgoingMail",
    "profiles.BoundaryVersion", "connections.DayOfUse", "connections.Answered",
)  # fmt: skip

NOBODYS: Labels = ("accounts.Try", "agreements.ListedPaper", "cli.SweepSlot", "privacy.PrivacyQuestion")


def own_models() -> Iterator[tuple[str, type[Model]]]:
    """Each group with each of its models."""
    for group, labels in OWN.items():
        yield from ((group, apps.get_model(label)) for label in labels)


def mixed_models() -> Iterator[tuple[Mixed, type[Model]]]:
    """Each rule for a model that is hers in part."""
    yield from ((mixed, apps.get_model(label)) for label, mixed in MIXED.items())


def shared_models() -> Iterator[tuple[str, type[Model]]]:
    """Each group with each of its models."""
    for group, labels in SHARED.items():
        yield from ((group, apps.get_model(label)) for label in labels)


def everything() -> set[str]:
    """Every model about which something was decided."""
    shared = {label for labels in SHARED.values() for label in labels}
    return {*(one for labels in OWN.values() for one in labels), *MIXED, *shared, *AROUND, *NOBODYS}
