"""Learning: looking back together."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _


def sentences() -> Mapping[str, str]:
    """Kind -> sentence."""
    return {
        "retrospective_proposed": _("%(actor)s stelde voor om samen terug te kijken."),
        "retrospective_opened": _("Jullie keken allebei terug. De enveloppen zijn open."),
        "retrospective_closed": _("%(actor)s stopte met samen terugkijken."),
    }
