"""What both said about a version of the agreement, part by part: inside the version it was said about."""

from __future__ import annotations

from collections.abc import Mapping

from samenstroom.agreements.models import AgreementVersion, ClauseComment, ClauseProposal, ClauseYes
from samenstroom.agreements.parts import is_negotiable
from samenstroom.agreements.queries.negotiating import negotiation_of
from samenstroom.agreements.wording.negotiating import bubbles, part_views, proposal_views
from samenstroom.collaborations.visits import Visit
from samenstroom.rules.agreement.amending import OtherGroundError

from .kept import Kept


def talk_reads(visit: Visit, version: AgreementVersion) -> object:
    """Everything that was said about a version in words; nothing when there is no text to talk about.

    Raises ValueError for a proposal about a part that never read so.
    """
    if not version.text:
        return None
    found = negotiation_of(visit, version)
    try:
        said = [(bubbles(visit, one), proposal_views(visit, found, name)) for name, one in found.parts.items()]
    except OtherGroundError:
        raise ValueError from None
    return part_views(visit, found), said, is_negotiable(version)


NEGOTIATED: Mapping[str, Kept] = {
    "yeses": Kept(
        ClauseYes,
        ("part", "said_at", "taken_back_at"),
        ("said_at", "pk"),
        names={"seat": "by"},
        seats=("seat",),
        parties=("party",),
        parent="version",
    ),
    "comments": Kept(
        ClauseComment,
        ("part", "words", "said_at", "answered_at"),
        ("said_at", "pk"),
        names={"seat": "by"},
        seats=("seat",),
        parent="version",
    ),
    "proposals": Kept(
        ClauseProposal,
        (
            "part", "content", "why", "put_at", "noted_at", "answer", "word", "answered_at", "withdrawn_at",
            "closed_at",
        ),
        ("put_at", "pk"),
        seats=("put_by", "answered_by"),
        rows={"taken_into": "agreement_versions"},
        parent="version",
    ),
}  # fmt: skip
