"""Records of agreements: one file per noun."""

from .versions import AgreementVersion

__all__ = ["AgreementVersion"]
