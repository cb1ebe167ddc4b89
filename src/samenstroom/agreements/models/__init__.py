"""Records of agreements: one file per noun."""

from .addenda import AddendumDraft
from .advices import Advice, AdviceText
from .drafts import AgreementDraft, OwnFacts, RuleAside
from .elsewhere import SignedElsewhere
from .extra_work import ExtraWork, ExtraWorkOffer
from .lawyers import LawyerLook, LawyerRemark, LawyerReview, LawyerText, SharedRemark
from .negotiating import ClauseComment, ClauseProposal, ClauseYes
from .readbacks import Deal, ReadBack
from .readings import KeptText
from .reviews import Review
from .signing import ListedPaper, Refusal, SealedPaper, Signature, TrailEvent
from .versions import AgreementVersion

__all__ = [
    "AddendumDraft",
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
    "KeptText",
    "LawyerLook",
    "LawyerRemark",
    "LawyerReview",
    "LawyerText",
    "ListedPaper",
    "OwnFacts",
    "ReadBack",
    "Refusal",
    "Review",
    "RuleAside",
    "SealedPaper",
    "SharedRemark",
    "Signature",
    "SignedElsewhere",
    "TrailEvent",
]
