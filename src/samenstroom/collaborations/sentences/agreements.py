"""Agreements: versions, signing, what was agreed along the way."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _


def sentences() -> Mapping[str, str]:
    """Kind of line -> its sentence, with `%(actor)s` for who did it."""
    return {
        "agreement_put": _("%(actor)s legde versie %(number)s van de overeenkomst op tafel."),
        "agreement_withdrawn": _("%(actor)s haalde versie %(number)s van de overeenkomst van tafel."),
        "agreement_elsewhere_noted": _("%(actor)s noteerde een elders getekende overeenkomst, als versie %(number)s."),
        "agreement_elsewhere_confirmed": _("%(actor)s bevestigde dat versie %(number)s elders is getekend."),
        "agreement_elsewhere_denied": _("%(actor)s zei dat versie %(number)s niet klopt."),
    }
