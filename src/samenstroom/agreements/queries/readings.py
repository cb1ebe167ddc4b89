"""The texts she keeps of agreements made elsewhere, for her alone."""

from __future__ import annotations

from samenstroom.agreements.models import KeptText
from samenstroom.collaborations.visibility import private_rows
from samenstroom.collaborations.visits import Visit


def kept_texts(visit: Visit) -> list[KeptText]:
    """What she keeps here, newest first."""
    rows = private_rows(KeptText.objects.filter(collaboration=visit.collaboration), seen_by=visit.person)
    return list(rows.order_by("-kept_at", "-pk"))


def kept_text_by_id(visit: Visit, public_id: str) -> KeptText | None:
    """One of them."""
    return next((one for one in kept_texts(visit) if one.public_id == public_id), None)
