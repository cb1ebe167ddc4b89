"""Saying goodbye: the end, the settlement, the handover."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _


def sentences() -> Mapping[str, str]:
    """Kind of line -> its sentence, with `%(actor)s` for who did it."""
    return {
        "end_announced": _("%(actor)s liet weten dat de samenwerking stopt."),
        "end_agreed": _("%(actor)s bevestigde het einde van de samenwerking."),
        "last_day_proposed": _("%(actor)s vroeg een andere laatste dag: %(last_on)s."),
        "last_day_agreed": _("%(actor)s zei ja tegen een andere laatste dag: %(last_on)s."),
        "end_closed": _("%(actor)s rondde de samenwerking af."),
        "settlement_added": _("%(actor)s zette iets op de lijst om af te rekenen."),
        "settlement_done": _("%(actor)s zei over iets om af te rekenen: klaar."),
        "settlement_opened": _("%(actor)s zei over iets om af te rekenen: toch nog open."),
        "settlement_dropped": _("%(actor)s haalde iets van de lijst om af te rekenen."),
        "settlement_data": _("%(actor)s koos wat er met gegevens gebeurt."),
        "statement_proposed": _("%(actor)s stelde een afsluiting voor."),
        "statement_accepted": _("%(actor)s nam de afsluiting aan."),
        "statement_noted": _("%(actor)s noteerde een afsluiting, niet bevestigd."),
        "access_named": _("%(actor)s zette een toegang op de lijst."),
        "access_back": _("%(actor)s zei dat een toegang terug is."),
        "access_confirmed": _("%(actor)s bevestigde dat een toegang terug is."),
        "access_dropped": _("%(actor)s haalde een toegang van de lijst."),
        "thanks_shared": _("%(actor)s deelde een bedankje."),
        "testimonial_asked": _("%(actor)s vroeg om een aanbeveling."),
        "testimonial_declined": _("%(actor)s zei over een aanbeveling: liever niet."),
        "testimonial_released": _("%(actor)s gaf een aanbeveling."),
        "testimonial_withdrawn": _("%(actor)s nam de aanbeveling terug."),
        "reference_allowed": _("%(actor)s zei: noem mij gerust als referentie."),
        "reference_withdrawn": _("%(actor)s zei: noem mij niet meer als referentie."),
        "term_proposed": _("%(actor)s stelde voor om dit te bewaren tot %(until)s."),
        "term_agreed": _("%(actor)s zei ja: dit blijft bewaard tot %(until)s."),
        "closing_opened": _("Jullie zeiden allebei hoe het ging. De enveloppen gingen open."),
        "end_withdrawn": _("%(actor)s nam het einde terug. De samenwerking gaat door."),
        "handover_made": _("%(actor)s begon een lijst om over te dragen."),
        "successor_proposed": _("%(actor)s noemde een opvolger."),
        "successor_link": _("%(actor)s maakte een link voor een opvolger."),
        "successor_withdrawn": _("%(actor)s trok de link van een opvolger in."),
        "successor_opened": _("Een opvolger opende de link."),
    }
