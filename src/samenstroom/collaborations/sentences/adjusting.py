"""Adjusting: a talk, an attempt, a pause."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _


def sentences() -> Mapping[str, str]:
    """Kind of line -> its sentence, with `%(actor)s` for who did it."""
    return {
        "talk_invited": _("%(actor)s nodigde uit voor een gesprek."),
        "attempt_proposed": _("%(actor)s stelde een herstelpoging voor."),
        "attempt_changed": _("%(actor)s stelde iets anders voor bij de herstelpoging."),
        "attempt_agreed": _("%(actor)s zei ja tegen de herstelpoging."),
        "attempt_dropped": _("%(actor)s haalde de herstelpoging van tafel."),
        "attempt_opened": _("Jullie zeiden allebei hoe het is na de herstelpoging."),
        "change_told": _("%(actor)s vertelde wat er verandert."),
        "change_noted": _("%(actor)s noteerde wat er verandert."),
        "change_countered": _("%(actor)s stelde iets anders voor bij wat er verandert."),
        "change_agreed": _("%(actor)s zei ja tegen wat er verandert."),
        "change_declined": _("%(actor)s zei nee tegen wat er zou veranderen."),
        "change_withdrawn": _("%(actor)s nam terug wat er zou veranderen."),
        "ranking_proposed": _("%(actor)s stelde voor om op volgorde te zetten wat voorgaat."),
        "ranking_opened": _("Jullie zetten allebei op volgorde wat voorgaat."),
        "ranking_closed": _("%(actor)s stopte met het op volgorde zetten."),
        "ranking_freed": _("%(actor)s liet de eigen volgorde lezen."),
        "pause_proposed": _("%(actor)s stelde een pauze voor."),
        "pause_accepted": _("%(actor)s zei ja tegen de pauze."),
        "pause_noted": _("%(actor)s noteerde een pauze."),
        "pause_dropped": _("%(actor)s haalde het voorstel voor een pauze van tafel."),
        "pause_ended": _("%(actor)s liet weten dat jullie weer verdergaan."),
    }
