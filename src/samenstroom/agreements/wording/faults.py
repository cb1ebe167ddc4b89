"""What is wrong with a file that should be an agreement, in words, with the place."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samenstroom.agreements.documents import AgreementError

FAULTS = {
    "too_large": gettext_lazy("Dit bestand is te groot voor een overeenkomst."),
    "no_json": gettext_lazy("Dit bestand is geen JSON."),
    "not_ours": gettext_lazy("Dit bestand is geen overeenkomst van Samenstroom."),
    "other_version": gettext_lazy("Deze versie van het bestand kan hier niet worden gelezen."),
    "wrong_shape": gettext_lazy("Wat hier staat, past niet in een overeenkomst."),
    "says_two_things": gettext_lazy("Hier staat iets anders dan bovenaan."),
    "unknown_clause": gettext_lazy("Deze afspraak bestaat hier niet."),
    "unknown_term": gettext_lazy("Dit gegeven bestaat hier niet."),
    "private": gettext_lazy("Dit is alleen voor jezelf en hoort niet in een overeenkomst."),
    "twice": gettext_lazy("Dit staat er twee keer."),
    "not_yes_or_no": gettext_lazy("Hier hoort ja of nee: true of false."),
    "not_a_number": gettext_lazy("Hier hoort een getal."),
    "not_whole": gettext_lazy("Hier hoort een heel getal."),
    "not_a_day": gettext_lazy("Hier hoort een datum, zoals 2026-10-14."),
    "not_text": gettext_lazy("Hier hoort tekst."),
    "too_long": gettext_lazy("Deze tekst is te lang."),
    "not_an_option": gettext_lazy("Dit kun je hier niet kiezen."),
}


def fault_in(error: AgreementError) -> str:
    """The sentence, and where it is."""
    said = str(FAULTS[error.code])
    return _("%(fault)s Plaats: %(place)s") % {"fault": said, "place": error.place} if error.place else said
