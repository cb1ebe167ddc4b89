"""The form of the page with her readiness test."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samenstroom.accounts.models import Person
from samenstroom.profiles.queries.readiness import is_slug_taken
from samenstroom.rules.page_names import page_name_fault, tidied

from .work_page import NAME_FAULTS, TAKEN

LONG = 3000


class ReadinessPageForm(forms.Form):
    """Her address, what she says to who opens it, and whether the page may be found."""

    slug = forms.CharField(
        label=_("De naam in het adres"),
        max_length=200,
        help_text=_("Kleine letters, cijfers en streepjes. Verander je het later? Dan werkt de oude link niet meer."),
        widget=forms.TextInput(attrs={"autocapitalize": "none", "autocomplete": "off", "spellcheck": "false"}),
        error_messages={
            "required": _("Kies een naam voor in het adres, bijvoorbeeld noor-jansen."),
            "max_length": NAME_FAULTS["long"],
        },
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
        slug = tidied(str(self.cleaned_data["slug"]))
        if fault := page_name_fault(slug):
            raise forms.ValidationError(NAME_FAULTS[fault])
        if is_slug_taken(slug, self.person):
            raise forms.ValidationError(TAKEN)
        return slug

    def clean_introduction(self) -> str:
        # A browser sends line breaks as CR LF; one spelling, so that the text she is shown is the text that is kept.
        return str(self.cleaned_data["introduction"]).replace("\r\n", "\n")
