"""Records of files: one file per noun."""

from .kept import KeptFile

__all__ = ["KeptFile"]
