"""Adjusting: a talk, an attempt, a pause, a disagreement, a mediator."""

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
        **_of_a_disagreement(),
        **_of_a_mediator(),
    }


def _of_a_mediator() -> Mapping[str, str]:
    return {
        "mediation_proposed": _("%(actor)s stelde voor om er een bemiddelaar bij te vragen."),
        "mediation_noted": _("%(actor)s noteerde dat er een bemiddelaar gevraagd is."),
        "mediation_agreed": _("%(actor)s zei ja tegen een bemiddelaar."),
        "mediation_dropped": _("%(actor)s haalde de bemiddelaar van tafel."),
        "mediation_ended": _("%(actor)s liet weten dat de bemiddeling stopt."),
        "mediator_link": _("%(actor)s maakte een link voor de bemiddelaar."),
        "mediator_link_withdrawn": _("%(actor)s trok de link van de bemiddelaar in."),
        "mediator_opened": _("De bemiddelaar opende de link."),
    }


def _of_a_disagreement() -> Mapping[str, str]:
    return {
        "conflict_opened": _("%(actor)s legde een meningsverschil op tafel."),
        "conflict_noted": _("%(actor)s noteerde een meningsverschil."),
        "conflict_part_given": _("%(actor)s vertelde hoe het er van de eigen kant uitziet."),
        "conflict_sealed": _("%(actor)s legde de eigen kant van het verhaal klaar, nog dicht."),
        "conflict_pair_opened": _("Jullie vertelden allebei jullie kant. Het ging tegelijk open."),
        "conflict_pair_stopped": _("%(actor)s wachtte niet langer tot het tegelijk openging."),
        "sentence_proposed": _("%(actor)s stelde een zin voor waar jullie allebei achter staan."),
        "sentence_noted": _("%(actor)s noteerde een zin bij het meningsverschil."),
        "sentence_agreed": _("%(actor)s zei ja tegen een zin."),
        "sentence_taken_back": _("%(actor)s haalde een zin weer weg."),
        "ladder_moved": _("%(actor)s zette een volgende stap bij het meningsverschil."),
        "ladder_noted": _("%(actor)s noteerde een volgende stap bij het meningsverschil."),
        "conflict_solved_said": _("%(actor)s zei dat het meningsverschil is opgelost."),
        "conflict_solved": _("Jullie zeiden allebei dat het meningsverschil is opgelost."),
        "conflict_solved_noted": _("%(actor)s noteerde dat het meningsverschil is opgelost."),
        "conflict_laid_aside": _("%(actor)s legde het meningsverschil opzij."),
        "conflict_taken_up": _("%(actor)s pakte het meningsverschil weer op."),
        "blind_started": _("%(actor)s stelde voor om allebei een bedrag te noemen, dicht."),
        "blind_sent": _("%(actor)s noemde een bedrag, dicht."),
        "blind_compared": _("Jullie noemden allebei een bedrag. De app vergeleek ze."),
        "blind_stopped": _("%(actor)s stopte met het noemen van bedragen."),
        "blind_answered": _("%(actor)s antwoordde op het bedrag in het midden."),
        "blind_agreed": _("Jullie werden het eens over een bedrag."),
        "companion_proposed": _("%(actor)s vroeg of iemand met jullie mag meekijken."),
        "companion_agreed": _("%(actor)s zei ja: iemand kijkt met jullie mee."),
        "companion_dropped": _("%(actor)s haalde de vraag om mee te kijken van tafel."),
        "companion_ended": _("%(actor)s stopte het meekijken met jullie samen."),
    }
