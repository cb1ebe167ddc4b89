"""Planning: kick-off, tasks, working agreements, access, risks."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _


def sentences() -> Mapping[str, str]:
    """Kind of line -> its sentence, with `%(actor)s` for who did it."""
    return {
        "kickoff_proposed": _("%(actor)s legde de vragen voor jullie startgesprek klaar."),
        "kickoff_opened": _("De enveloppen van jullie startgesprek gingen open, voor allebei tegelijk."),
        "kickoff_closed": _("%(actor)s stopte de vragen van het startgesprek voordat de enveloppen opengingen."),
        "kickoff_freed": _("%(actor)s gaf het eigen antwoord bij het startgesprek vrij."),
        "kickoff_planned": _("%(actor)s stelde een moment voor het startgesprek voor."),
        "kickoff_noted": _("%(actor)s noteerde een moment voor het startgesprek."),
        "kickoff_moved": _("%(actor)s koos een ander moment voor het startgesprek."),
        "kickoff_agreed": _("%(actor)s zei ja tegen het moment van het startgesprek."),
        "kickoff_cancelled": _("%(actor)s zei het moment van het startgesprek af."),
        "goal_proposed": _("%(actor)s stelde een zin voor over jullie doel."),
        "goal_noted": _("%(actor)s noteerde een zin over jullie doel."),
        "goal_accepted": _("%(actor)s zei ja tegen een zin over jullie doel."),
        "goal_dropped": _("%(actor)s haalde een zin over jullie doel van tafel."),
        "exit_plan_proposed": _("%(actor)s stelde voor wat er gebeurt als het ooit stopt."),
        "exit_plan_noted": _("%(actor)s noteerde wat er gebeurt als het ooit stopt."),
        "exit_plan_accepted": _("%(actor)s zei ja tegen wat er gebeurt als het ooit stopt."),
        "exit_plan_dropped": _("%(actor)s haalde het voorstel voor als het ooit stopt van tafel."),
        "working_proposed": _("%(actor)s stelde werkafspraken voor."),
        "working_noted": _("%(actor)s noteerde werkafspraken."),
        "working_accepted": _("%(actor)s zei ja tegen de werkafspraken."),
        "working_dropped": _("%(actor)s haalde de werkafspraken van tafel."),
    }
