"""Records of agreements: one file per noun."""

from .advices import Advice, AdviceText
from .drafts import AgreementDraft, OwnFacts, RuleAside
from .extra_work import ExtraWork, ExtraWorkOffer
from .readbacks import Deal, ReadBack
from .versions import AgreementVersion

__all__ = [
    "Advice",
    "AdviceText",
    "AgreementDraft",
    "AgreementVersion",
    "Deal",
    "ExtraWork",
    "ExtraWorkOffer",
    "OwnFacts",
    "ReadBack",
    "RuleAside",
]
