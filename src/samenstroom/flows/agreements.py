"""Agreements: what one puts on the table, and a mail that says no more than that."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from samenstroom.agreements.actions.versions import put_version
from samenstroom.agreements.models import AgreementVersion
from samenstroom.collaborations.models import Party
from samenstroom.collaborations.visits import Visit

from .letters import letter_to


def put_on_table(
    *, visit: Visit, content: Mapping[str, Any], provider: Party, expires_on: date | None = None
) -> AgreementVersion:
    """Put a version on the table and tell the other that something lies there; once per version."""
    made = put_version(seat=visit.seat, content=content, provider=provider, now=visit.now, expires_on=expires_on)
    if visit.takes_part:
        letter_to(visit.other_party).queue("agreement_put", f"agreement:{made.public_id}", visit.now)
    return made
