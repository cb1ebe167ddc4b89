"""Agreements: versions, signing, what was agreed along the way."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _


def sentences() -> Mapping[str, str]:
    """Kind of line -> its sentence, with `%(actor)s` for who did it."""
    return {
        "agreement_put": _("%(actor)s legde versie %(number)s van de overeenkomst op tafel."),
        "agreement_withdrawn": _("%(actor)s haalde versie %(number)s van de overeenkomst van tafel."),
    }
