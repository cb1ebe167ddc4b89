"""What is found, in words."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

from samenstroom.collaborations.sentences import app_sentences
from samenstroom.collaborations.wording import facts

PLACE = re.compile(r"%\(\w+\)s|\{\w+\}")
"""Where a name or a number comes in a sentence."""


def line_words(kind: str) -> str:
    """What a line of this kind says, with an ellipsis where its names and numbers come."""
    fact = facts().get(kind)
    return PLACE.sub("…", str(fact["lines"]["plain"] if fact else app_sentences().get(kind, "")))


def kind_words() -> dict[str, str]:
    """Kind -> what it is called where it is found."""
    return {
        "collaboration": _("Samenwerking"),
        "logbook": _("Logboek"),
        "checkin": _("Check-in"),
        "file": _("Bestand"),
        "acquaintance": _("Kennismaking"),
        "kickoff": _("Startgesprek"),
        "trial": _("Proefproject"),
        "balance": _("Balans"),
        "priorities": _("Prioriteiten"),
        "repair_attempt": _("Poging tot herstel"),
        "conflict": _("Meningsverschil"),
        "closing": _("Hoe het ging"),
        "retrospective": _("Terugblik"),
        **_agreed(),
        **_work(),
        **_ending(),
        **_own(),
    }


def _agreed() -> dict[str, str]:
    return {
        "agreement": _("Overeenkomst"),
        "agreement_talk": _("Praten over de overeenkomst"),
        "agreement_text": _("Tekst van een overeenkomst"),
        "review": _("Samen naar de overeenkomst gekeken"),
        "readback": _("Afspraak die je bevestigde"),
        "extra_work": _("Meerwerk"),
        "advice": _("Advies"),
    }


def _work() -> dict[str, str]:
    return {
        "task": _("Taak"),
        "goal": _("Doel of punt voor het startgesprek"),
        "working": _("Werkafspraken"),
        "exit_plan": _("Als het ooit stopt"),
        "ready": _("Klaarzetten"),
        "access": _("Toegang"),
        "risk": _("Risico"),
        "decision": _("Besluit"),
        "feedback": _("Feedback"),
        "appreciation": _("Waardering"),
        "hours": _("Uren en ander werk"),
        "invoice": _("Rekening"),
        "repair": _("Afspraak na een check-in"),
        "attempt": _("Poging tot herstel"),
        "pause": _("Pauze"),
        "mediation": _("Bemiddelaar"),
    }


def _ending() -> dict[str, str]:
    return {
        "ending": _("Het einde"),
        "handover": _("Overdracht"),
        "settlement": _("Afrekenen"),
        "thanks": _("Bedanken"),
        "farewell": _("Afscheid"),
        "contact": _("Contact houden"),
    }


def _own() -> dict[str, str]:
    return {
        "note": _("Hoe jullie elkaar vonden"),
        "feeling": _("Gevoel"),
        "lesson": _("Les"),
        "own_checkin": _("Je eigen check-in"),
        "talk": _("Gesprek dat je voorbereidt"),
        "own_decision": _("Je besluit over beginnen"),
        "scan": _("Rode vlaggen"),
        "reference": _("Referentie"),
        "lawyer": _("Opmerking van een jurist"),
        "boundary": _("Je grenzen"),
        "profile": _("Je profiel"),
    }
