"""What was asked of who runs this instance. Only for the operator, by a command on her own machine."""

from __future__ import annotations

from samenstroom.privacy.models import PrivacyQuestion


def open_questions() -> list[PrivacyQuestion]:
    """What was not answered yet, oldest first."""
    return list(PrivacyQuestion.objects.filter(answered_at=None).order_by("asked_at", "pk"))
