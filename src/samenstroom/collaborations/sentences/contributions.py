"""Contributions: hours, balance, invoices."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _


def sentences() -> Mapping[str, str]:
    """Kind of line -> its sentence, with `%(actor)s` for who did it."""
    return {
        "hours_removed": _("%(actor)s haalde een regel weg bij de uren."),
        "hours_confirmed": _("%(actor)s zei bij de uren: zo was het. Aantal regels: %(number)s."),
        "hours_imported": _("%(actor)s las uren in uit een bestand. Aantal regels: %(number)s."),
        "hours_otherwise": _("%(actor)s ziet een regel bij de uren anders."),
        "balance_proposed": _("%(actor)s stelde voor om samen naar de balans te kijken."),
        "balance_opened": _("Jullie vulden allebei in hoe jullie de balans zien. De enveloppen zijn open."),
        "balance_closed": _("%(actor)s stopte met kijken naar de balans."),
        "input_proposed": _("%(actor)s stelde voor wie wat inbrengt."),
        "input_noted": _("%(actor)s noteerde wie wat inbrengt."),
        "input_agreed": _("%(actor)s vond goed wie wat inbrengt."),
        "input_dropped": _("%(actor)s haalde het voorstel over de inbreng van tafel."),
        "invoice_noted": _("%(actor)s noteerde een rekening."),
        "invoice_settled": _("%(actor)s noteerde dat een rekening betaald is."),
        "invoice_reopened": _("%(actor)s noteerde dat een rekening toch nog open staat."),
        "invoice_reminded": _("%(actor)s stuurde een herinnering voor een rekening."),
        "invoice_taken_back": _("%(actor)s nam een rekening terug."),
    }
