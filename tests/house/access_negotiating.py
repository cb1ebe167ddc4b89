"""Entries of talking about a version, part by part: the same behind both doors, and nothing of one alone."""

from __future__ import annotations

from collections.abc import Mapping

from samenstroom.agreements.models import ClauseProposal
from tests.house.entries import Parts, at_first
from tests.worlds import World


def proposal(world: World, mark: str) -> str:
    """The proposal that waits at the first table."""
    return ClauseProposal.objects.filter(collaboration=world.first).order_by("pk")[0].public_id


NEGOTIATING_TABLE: Mapping[str, tuple[Parts, Mapping[str, str] | None, bool]] = {
    "agreement_versions": (at_first(), None, False),
    "agreement_difference": (at_first(number=8, other=9), None, False),
    "agreement_talk": (at_first(number=9), None, False),
    "agreement_add": (at_first(number=9), None, False),
    "agreement_part": (at_first(number=9, part="invoicing"), {"do": "say", "words": "Goed."}, False),
    "agreement_propose": (at_first(number=9, part="omgang"), {"own": "We bellen.", "why": ""}, False),
    "proposal_answer": (at_first(number=9, proposal=proposal), {"do": "accept", "word": ""}, True),
    "agreement_next": (at_first(number=9), {"days": "", "shown": ""}, False),
    "agreement_again": (at_first(number=9), {"days": ""}, True),
}
