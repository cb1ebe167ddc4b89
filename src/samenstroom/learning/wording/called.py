"""How somebody is called for who need not know her name."""

from __future__ import annotations

from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit


def usual_name(visit: Visit) -> str:
    """`de opdrachtgever` where somebody works for the other, otherwise `de ander`."""
    is_client = visit.collaboration.kind.startswith("client") and visit.party.position < visit.other_party.position
    return _("de opdrachtgever") if is_client else _("de ander")
