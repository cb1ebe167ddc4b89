"""Forms to correct what stands about her."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class SeatNameForm(forms.Form):
    """How she is called at one table."""

    name = forms.CharField(
        label=_("Zo heet je hier"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Vul je naam in."), "max_length": _("Deze naam is te lang. Maak hem korter.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)


class RemarkForm(forms.Form):
    """What is not right, and how it is."""

    about = forms.CharField(
        label=_("Waar gaat het over?"),
        max_length=200,
        help_text=_("Bijvoorbeeld: het verslag van 3 maart, of mijn functie in de overeenkomst."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": _("Schrijf waar het staat, zodat de ander het terugvindt."),
            "max_length": _("Dit is wat lang. Maak er hoogstens 200 tekens van."),
        },
    )
    words = forms.CharField(
        label=_("Hoe is het volgens jou?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={
            "required": _("Schrijf hoe het volgens jou is."),
            "max_length": _("Dit is wat lang. Maak er hoogstens 2000 tekens van."),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
