"""A sealed file of a disagreement, for who makes it. Nobody else is told, and nothing of it is kept but its hash."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from samenstroom import content
from samenstroom.adjusting.paper import dispute_paper
from samenstroom.agreements.actions.papers import seal_and_list
from samenstroom.agreements.models import ListedPaper
from samenstroom.collaborations.visits import Visit


def seal_dispute(*, visit: Visit, record: Mapping[str, Any]) -> bytes:
    """The PDF of this record with our seal on it, so that `samenstroom verify` and the page that checks know it."""
    reason = content.load("conflicts", str(record["language"]))["paper"]["seal"]
    paper = dispute_paper(record, visit.now)
    return seal_and_list(paper=paper, kind=ListedPaper.Kind.DISPUTE, reason=reason, now=visit.now)
