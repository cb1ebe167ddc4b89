"""The action plan."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _


def sentences() -> Mapping[str, str]:
    """Kind of line -> its sentence, with `%(actor)s` for who did it."""
    return {
        "task_added": _("%(actor)s zette iets op het actieplan."),
        "task_came": _("Wat jullie afspraken, staat nu ook op het actieplan."),
        "task_changed": _("%(actor)s veranderde een taak."),
        "task_taken_on": _("%(actor)s nam een taak op zich."),
        "task_started": _("%(actor)s begon aan een taak."),
        "task_waits": _("%(actor)s liet weten dat een taak wacht."),
        "task_goes_on": _("%(actor)s liet weten dat een taak verder kan."),
        "task_done": _("%(actor)s rondde een taak af."),
        "task_reopened": _("%(actor)s zette een taak weer open."),
        "task_dropped": _("%(actor)s haalde een taak van het plan."),
        "task_later": _("%(actor)s stelde een andere dag voor."),
        "task_later_answered": _("%(actor)s antwoordde op een andere dag."),
    }
