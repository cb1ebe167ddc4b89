"""What was signed elsewhere: section -> how its rows stand there. Versions and files come before it."""

from __future__ import annotations

from collections.abc import Mapping

from samenstroom.agreements.models import SignedElsewhere
from samenstroom.agreements.queries.elsewhere import elsewhere_of
from samenstroom.agreements.queries.versions import versions_of
from samenstroom.agreements.wording.elsewhere import elsewhere_page
from samenstroom.collaborations.visits import Visit

from .kept import Kept


def _read(visit: Visit) -> object:
    noted = [elsewhere_of(visit, one) for one in versions_of(visit)]
    return [elsewhere_page(visit, one) for one in noted if one is not None]


SIGNED_ELSEWHERE: Mapping[str, Kept] = {
    "signed_elsewhere": Kept(
        SignedElsewhere,
        ("signed_on", "confirmed_at", "denied_at", "words"),
        ("version__number", "pk"),
        seats=("confirmed_by", "denied_by"),
        rows={"version": "agreement_versions", "file": "kept_files"},
        must_read=_read,
    ),
}
