"""Records of agreements: one file per noun."""

from .advices import Advice, AdviceText
from .drafts import AgreementDraft, OwnFacts, RuleAside
from .elsewhere import SignedElsewhere
from .extra_work import ExtraWork, ExtraWorkOffer
from .readbacks import Deal, ReadBack
from .readings import KeptText
from .signing import Refusal, SealedPaper, Signature, TrailEvent
from .versions import AgreementVersion

__all__ = [
    "Advice",
    "AdviceText",
    "AgreementDraft",
    "AgreementVersion",
    "Deal",
    "ExtraWork",
    "ExtraWorkOffer",
    "KeptText",
    "OwnFacts",
    "ReadBack",
    "Refusal",
    "RuleAside",
    "SealedPaper",
    "Signature",
    "SignedElsewhere",
    "TrailEvent",
]
