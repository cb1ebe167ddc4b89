"""The lists of a start: access, what has to be ready, risks."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _


def sentences() -> Mapping[str, str]:
    """Kind of line -> its sentence, with `%(actor)s` for who did it."""
    return {
        "start_access_added": _("%(actor)s zette iets op de lijst wie waar bij kan."),
        "start_access_changed": _("%(actor)s veranderde iets op de lijst wie waar bij kan."),
        "start_access_done": _("%(actor)s gaf een toegang terug."),
        "start_access_dropped": _("%(actor)s haalde iets van de lijst wie waar bij kan."),
        "start_ready_added": _("%(actor)s zette iets op de lijst om klaar te zetten."),
        "start_ready_changed": _("%(actor)s veranderde iets op de lijst om klaar te zetten."),
        "start_ready_done": _("%(actor)s zette iets klaar."),
        "start_ready_dropped": _("%(actor)s haalde iets van de lijst om klaar te zetten."),
        "start_risk_added": _("%(actor)s zette iets op de lijst met risico’s."),
        "start_risk_changed": _("%(actor)s veranderde iets op de lijst met risico’s."),
        "start_risk_done": _("%(actor)s zei dat een risico niet meer speelt."),
        "start_risk_dropped": _("%(actor)s haalde iets van de lijst met risico’s."),
    }
