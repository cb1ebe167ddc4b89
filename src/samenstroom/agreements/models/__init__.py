"""Records of agreements: one file per noun."""

from .drafts import AgreementDraft, OwnFacts, RuleAside
from .versions import AgreementVersion

__all__ = ["AgreementDraft", "AgreementVersion", "OwnFacts", "RuleAside"]
