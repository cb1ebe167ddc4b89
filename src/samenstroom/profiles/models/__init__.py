"""Who she is, what her boundaries are, and the pages she shows: one file per noun."""

from .boundaries import Boundary, BoundaryVersion
from .profile import Profile
from .readiness import ReadinessPage
from .work_page import WorkPage

__all__ = ["Boundary", "BoundaryVersion", "Profile", "ReadinessPage", "WorkPage"]
