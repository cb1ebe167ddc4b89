"""How a version is called: a version by its number, an addendum by its place beside the version it changes."""

from __future__ import annotations

from django.utils.translation import gettext as _

from samenstroom.agreements.models import AgreementVersion
from samenstroom.agreements.queries.versions import place_of


def title_of(version: AgreementVersion) -> str:
    """At the beginning of a line."""
    if version.amends is None:
        return _("Versie %(number)s") % {"number": version.number}
    return _("Aanvulling %(place)s bij versie %(number)s") % _places(version)


def named(version: AgreementVersion) -> str:
    """Within a sentence."""
    if version.amends is None:
        return _("versie %(number)s") % {"number": version.number}
    return _("aanvulling %(place)s bij versie %(number)s") % _places(version)


def _places(version: AgreementVersion) -> dict[str, int]:
    assert version.amends is not None
    return {"place": place_of(version), "number": version.amends.number}
