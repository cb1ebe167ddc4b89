"""Contributions: hours, balance, invoices."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _


def sentences() -> Mapping[str, str]:
    """Kind of line -> its sentence, with `%(actor)s` for who did it."""
    return {
        "invoice_noted": _("%(actor)s noteerde een rekening."),
        "invoice_settled": _("%(actor)s noteerde dat een rekening betaald is."),
        "invoice_reopened": _("%(actor)s noteerde dat een rekening toch nog open staat."),
        "invoice_reminded": _("%(actor)s stuurde een herinnering voor een rekening."),
        "invoice_taken_back": _("%(actor)s nam een rekening terug."),
    }
