"""Records of agreements: one file per noun."""

from .advices import Advice, AdviceText
from .drafts import AgreementDraft, OwnFacts, RuleAside
from .elsewhere import SignedElsewhere
from .extra_work import ExtraWork, ExtraWorkOffer
from .negotiating import ClauseComment, ClauseProposal, ClauseYes
from .readbacks import Deal, ReadBack
from .signing import Refusal, SealedPaper, Signature, TrailEvent
from .versions import AgreementVersion

__all__ = [
    "Advice",
    "AdviceText",
    "AgreementDraft",
    "AgreementVersion",
    "ClauseComment",
    "ClauseProposal",
    "ClauseYes",
    "Deal",
    "ExtraWork",
    "ExtraWorkOffer",
    "OwnFacts",
    "ReadBack",
    "Refusal",
    "RuleAside",
    "SealedPaper",
    "Signature",
    "SignedElsewhere",
    "TrailEvent",
]
