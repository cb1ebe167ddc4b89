"""The form of the page with her readiness test."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samenstroom.accounts.models import Person
from samenstroom.profiles.queries.readiness import is_slug_taken
from samenstroom.rules.slugs import LONGEST, fault_of_slug

LONG = 3000

SLUG_TAKEN = _("Iemand anders heeft dit adres al. Zet er bijvoorbeeld je achternaam bij.")
SLUG_FAULTS: Mapping[str, Any] = {
    "empty": _("Kies een adres, bijvoorbeeld je naam."),
    "characters": _("Gebruik alleen kleine letters zonder accent, cijfers en streepjes."),
    "hyphens": _("Zet streepjes alleen tussen woorden, en één tegelijk."),
    "short": _("Dit is wat kort. Maak er minstens 3 tekens van."),
    "long": _("Dit is wat lang. Maak er maximaal 60 tekens van."),
    "reserved": _("Dit woord gebruiken we zelf al. Zet er bijvoorbeeld je naam bij."),
}


class ReadinessPageForm(forms.Form):
    """Her address, what she says to who opens it, and whether the page may be found."""

    slug = forms.CharField(
        label=_("Het adres van je pagina"),
        max_length=LONGEST,
        help_text=_("Kleine letters, cijfers en streepjes. Verander je het later? Dan werkt de oude link niet meer."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
        error_messages={"required": SLUG_FAULTS["empty"], "max_length": SLUG_FAULTS["long"]},
    )
    introduction = forms.CharField(
        label=_("Wat wil je vooraf zeggen?"),
        required=False,
        max_length=LONG,
        help_text=_("Wie je bent, en waarom je deze vragen stelt. Een paar zinnen is genoeg."),
        widget=forms.Textarea(attrs={"rows": 7}),
        error_messages={"max_length": _("Dit is wat lang. Maak er maximaal 3000 tekens van.")},
    )
    may_be_found = forms.BooleanField(
        label=_("Zoekmachines mogen deze pagina vinden"),
        required=False,
        help_text=_("Staat dit uit? Dan komt alleen wie jouw link heeft op de pagina."),
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person

    def clean_slug(self) -> str:
        slug = str(self.cleaned_data["slug"]).strip().lower()
        if fault := fault_of_slug(slug):
            raise forms.ValidationError(SLUG_FAULTS[fault])
        if is_slug_taken(slug, self.person):
            raise forms.ValidationError(SLUG_TAKEN)
        return slug

    def clean_introduction(self) -> str:
        # A browser sends line breaks as CR LF; one spelling, so that the text she is shown is the text that is kept.
        return str(self.cleaned_data["introduction"]).replace("\r\n", "\n")
