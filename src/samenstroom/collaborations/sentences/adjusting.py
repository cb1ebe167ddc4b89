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
        "pause_proposed": _("%(actor)s stelde een pauze voor."),
        "pause_accepted": _("%(actor)s zei ja tegen de pauze."),
        "pause_noted": _("%(actor)s noteerde een pauze."),
        "pause_dropped": _("%(actor)s haalde het voorstel voor een pauze van tafel."),
        "pause_ended": _("%(actor)s liet weten dat jullie weer verdergaan."),
        "companion_proposed": _("%(actor)s vroeg of iemand met jullie mag meekijken."),
        "companion_agreed": _("%(actor)s zei ja: iemand kijkt met jullie mee."),
        "companion_dropped": _("%(actor)s haalde de vraag om mee te kijken van tafel."),
        "companion_ended": _("%(actor)s stopte het meekijken met jullie samen."),
    }
