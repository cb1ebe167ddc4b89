"""What was done with a version of the agreement: names under it, a no, the trail and the sealed paper."""

from __future__ import annotations

from collections.abc import Mapping

from samenstroom.agreements.models import AgreementVersion, Refusal, SealedPaper, Signature, TrailEvent
from samenstroom.agreements.queries.signing import standing_of, trail_of
from samenstroom.agreements.wording.signing import signature_rows, trail_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.kit.language import language

from .kept import Kept

NOT_SEALED_HERE = "vouches for a file that was sealed at this installation; kept_files has the fingerprint of the file"


def signing_reads(visit: Visit, version: AgreementVersion) -> object:
    """Everything that was done with this version in words."""
    signatures, events = standing_of(visit, version).signatures, trail_of(visit, version).events
    fingerprints = [one.said["fingerprint"] for one in events[:1]]
    return signature_rows(signatures, language()), trail_rows(events, language()), fingerprints


SIGNED: Mapping[str, Kept] = {
    "signatures": Kept(
        Signature,
        (
            "position", "typed_name", "consent_version", "identified_by", "signed_at", "zone", "fingerprint", "chained",
        ),
        ("position",),
        names={"seat": "by"},
        seats=("seat",),
        parties=("party",),
        parent="version",
    ),
    "refusals": Kept(
        Refusal, ("reason", "declined_at"), ("pk",), names={"seat": "by"}, seats=("seat",), parent="version"
    ),
    "trail": Kept(
        TrailEvent,
        ("position", "kind", "happened_at", "said", "previous", "digest"),
        ("position",),
        parent="version",
    ),
    "papers": Kept(
        SealedPaper,
        ("signatures", "sealed_at"),
        ("pk",),
        rows={"file": "kept_files"},
        left_out={"sha256": NOT_SEALED_HERE},
        parent="version",
    ),
}  # fmt: skip
"""Inside a version; a version that comes in is `is_read_in`, so nothing here is ever signed further or sealed."""
