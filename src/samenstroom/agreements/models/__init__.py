"""Records of agreements: one file per noun."""

from .advices import Advice, AdviceText
from .extra_work import ExtraWork, ExtraWorkOffer
from .readbacks import Deal, ReadBack
from .versions import AgreementVersion

__all__ = ["Advice", "AdviceText", "AgreementVersion", "Deal", "ExtraWork", "ExtraWorkOffer", "ReadBack"]
