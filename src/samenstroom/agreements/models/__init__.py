"""Records of agreements: one file per noun."""

from .drafts import AgreementDraft, OwnFacts, RuleAside
from .signing import Refusal, SealedPaper, Signature, TrailEvent
from .versions import AgreementVersion

__all__ = [
    "AgreementDraft",
    "AgreementVersion",
    "OwnFacts",
    "Refusal",
    "RuleAside",
    "SealedPaper",
    "Signature",
    "TrailEvent",
]
