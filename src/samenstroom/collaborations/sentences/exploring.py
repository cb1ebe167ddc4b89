"""Getting to know each other before the start."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _


def sentences() -> Mapping[str, str]:
    """Kind of line -> its sentence, with `%(actor)s` for who did it."""
    return {
        "point_for_kickoff": _("%(actor)s legde een punt op tafel voor het startgesprek."),
        "point_for_agreement": _("%(actor)s legde een punt op tafel voor de overeenkomst."),
        "acquaintance_proposed": _("%(actor)s stelde een kennismaking voor, met vragen voor jullie allebei."),
        "acquaintance_opened": _("De enveloppen van de kennismaking gingen open, voor allebei tegelijk."),
        "acquaintance_closed": _("%(actor)s stopte de kennismaking voordat de enveloppen opengingen."),
        "acquaintance_freed": _("%(actor)s gaf het eigen antwoord bij de kennismaking vrij."),
        "trial_proposed": _("%(actor)s stelde een proefproject voor."),
        "trial_changed": _("%(actor)s stelde een ander proefproject voor."),
        "trial_accepted": _("%(actor)s zei ja tegen het proefproject."),
        "trial_noted": _("%(actor)s noteerde dat jullie het proefproject buiten de app afspraken."),
        "trial_dropped": _("%(actor)s haalde het proefproject van tafel."),
        "trial_finished": _("%(actor)s zei dat het proefproject klaar is."),
        "trial_evaluated": _("Jullie keken allebei terug op het proefproject. De enveloppen gingen open."),
    }
