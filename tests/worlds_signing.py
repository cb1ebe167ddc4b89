"""At the first table an agreement both signed (number 8) and one that waits for names (9), the same in every world."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import TYPE_CHECKING

from samenstroom.agreements.actions.signing import Consent, sign_version
from samenstroom.agreements.actions.trail import fingerprint_of, open_trail
from samenstroom.agreements.models import AgreementVersion, SealedPaper
from samenstroom.files.actions.keep import keep_file
from samenstroom.kit import tokens
from samenstroom.rules.visibility import Circle
from tests.features.agreements.signing_steps import content_of, text_of

if TYPE_CHECKING:
    from datetime import datetime

    from samenstroom.collaborations.visits import Visit
    from tests.worlds import World


def signing(world: World) -> None:
    """Nothing here is private: what both signed, and what both may sign, is theirs together."""
    noor, marleen = world.visit(world.noor, world.first), world.visit(world.marleen, world.first)
    with tokens.seeded(220):
        signed = _put(noor, 8, noor.now - timedelta(days=6))
        for visit, way in ((marleen, "link_code"), (noor, "account")):
            consent = Consent(visit.seat.name, 1, fingerprint_of(signed))
            at = noor.now - timedelta(days=5)
            sign_version(version=signed, seat=visit.seat, consent=consent, identified_by=way, now=at)
        _keep_paper(noor, signed, noor.now - timedelta(days=5))
        _put(noor, 9, noor.now - timedelta(days=2))


def _keep_paper(visit: Visit, version: AgreementVersion, at: datetime) -> None:
    """A file that is the same each time; a real seal holds the second in which it was made."""
    content = b"%PDF-1.7 for the worlds"
    kept = keep_file(
        seat=visit.seat, circle=Circle.SHARED, name="overeenkomst-8.pdf", media_type="application/pdf",
        content=content, now=at,
    )  # fmt: skip
    SealedPaper.objects.create(
        collaboration=visit.collaboration, version=version, file=kept, sha256=hashlib.sha256(content).hexdigest(),
        signatures=2, sealed_at=at,
    )  # fmt: skip


def _put(visit: Visit, number: int, at: datetime) -> AgreementVersion:
    made = AgreementVersion.objects.create(
        collaboration=visit.collaboration, number=number, provider=visit.party, put_by=visit.seat, put_at=at,
        content=content_of(), text=text_of(),
    )  # fmt: skip
    open_trail(made)
    return made
