"""Who she is, what her boundaries are, and the pages she shows: one file per noun."""

from .readiness import ReadinessPage

__all__ = ["ReadinessPage"]
