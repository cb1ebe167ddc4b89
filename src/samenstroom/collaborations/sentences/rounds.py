"""Check-ins: rhythms, rounds, repairs."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _


def sentences() -> Mapping[str, str]:
    """Kind of line -> its sentence, with `%(actor)s` for who did it."""
    return {
        "rhythm_proposed": _("%(actor)s stelde een ritme voor: %(rhythm)s een check-in."),
        "rhythm_accepted": _("%(actor)s zei ja tegen het ritme: %(rhythm)s een check-in."),
        "rhythm_stopped": _("%(actor)s stopte het ritme of het voorstel daarvoor."),
        "round_opened": _("De enveloppen van check-in %(number)s gingen open, voor allebei tegelijk."),
        "answer_freed": _("%(actor)s maakte het eigen antwoord op check-in %(number)s open."),
        "remark_shared": _("%(actor)s deelde alsnog een opmerking bij check-in %(number)s."),
        "repair_proposed": _("%(actor)s stelde een afspraak voor."),
        "repair_agreed": _("%(actor)s zei ja tegen een afspraak."),
        "repair_dropped": _("%(actor)s haalde een afspraak van tafel."),
        "repair_looked_back": _("Jullie keken allebei terug op een afspraak."),
    }
