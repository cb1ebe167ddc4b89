"""Records of agreements: one file per noun."""

from .drafts import AgreementDraft, OwnFacts, RuleAside
from .elsewhere import SignedElsewhere
from .versions import AgreementVersion

__all__ = ["AgreementDraft", "AgreementVersion", "OwnFacts", "RuleAside", "SignedElsewhere"]
