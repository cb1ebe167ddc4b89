"""Records of agreements: one file per noun."""

from .addenda import AddendumDraft
from .advices import Advice, AdviceText
from .drafts import AgreementDraft, OwnFacts, RuleAside
from .elsewhere import SignedElsewhere
from .extra_work import ExtraWork, ExtraWorkOffer
from .readbacks import Deal, ReadBack
from .reviews import Review
from .signing import Refusal, SealedPaper, Signature, TrailEvent
from .versions import AgreementVersion

__all__ = [
    "AddendumDraft",
    "Advice",
    "AdviceText",
    "AgreementDraft",
    "AgreementVersion",
    "Deal",
    "ExtraWork",
    "ExtraWorkOffer",
    "OwnFacts",
    "ReadBack",
    "Refusal",
    "Review",
    "RuleAside",
    "SealedPaper",
    "Signature",
    "SignedElsewhere",
    "TrailEvent",
]
