"""Agreements: versions, signing, what was agreed along the way."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _


def sentences() -> Mapping[str, str]:
    """Kind of line -> its sentence, with `%(actor)s` for who did it."""
    return {
        "version_signed": _("%(actor)s tekende versie %(number)s van de overeenkomst."),
        "version_signed_last": _("%(actor)s tekende versie %(number)s van de overeenkomst. Die geldt nu."),
        "version_declined": _("%(actor)s tekent versie %(number)s van de overeenkomst niet."),
        "agreement_put": _("%(actor)s legde versie %(number)s van de overeenkomst op tafel."),
        "agreement_withdrawn": _("%(actor)s haalde versie %(number)s van de overeenkomst van tafel."),
    }
