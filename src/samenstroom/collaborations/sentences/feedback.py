"""Feedback, decisions, appreciation."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _


def sentences() -> Mapping[str, str]:
    """Kind of line -> its sentence, with `%(actor)s` for who did it."""
    return {
        "feedback_given": _("%(actor)s gaf feedback."),
        "feedback_noted": _("%(actor)s schreef feedback op die eerder gegeven is."),
        "feedback_answered": _("%(actor)s antwoordde op feedback."),
        "decision_noted": _("%(actor)s noteerde een besluit."),
        "decision_answered": _("%(actor)s zei iets over een besluit."),
        "decision_outcome": _("%(actor)s vertelde wat er van een besluit kwam."),
        "decision_taken_back": _("%(actor)s nam een besluit terug."),
        "appreciated": _("%(actor)s zei wat er te waarderen is."),
    }
