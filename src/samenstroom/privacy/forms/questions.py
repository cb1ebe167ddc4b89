"""The form to ask who runs this instance something about privacy."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

LONG = 3000


class QuestionForm(forms.Form):
    """Who asks, where the answer goes, and the question."""

    name = forms.CharField(
        label=_("Je naam"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Vul je naam in.")},
    )
    contact = forms.EmailField(
        label=_("Je e-mailadres"),
        help_text=_("Hier komt het antwoord."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": _("Vul je e-mailadres in."),
            "invalid": _("Dit lijkt geen e-mailadres. Kijk of er een @ in staat."),
        },
    )
    words = forms.CharField(
        label=_("Wat wil je vragen?"),
        max_length=LONG,
        help_text=_("Bijvoorbeeld: wat bewaart iemand hier over mij? Met wie werkte je, en wanneer ongeveer?"),
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={
            "required": _("Schrijf wat je wilt vragen."),
            "max_length": _("Dit is wat lang. Maak er maximaal 3000 tekens van."),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
