"""Telling a no: her sentences, and the text made of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samenstroom.collaborations.forms import DayField
from samenstroom.exploring.wording.telling import decline_texts

SENTENCE = 600
LETTER = 6000


class SentencesForm(forms.Form):
    """A few prompts; only the decision itself is needed."""

    def __init__(self, *args: Any, parts: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for prompt in decline_texts()["prompts"]:
            self.fields[prompt["id"]] = forms.CharField(
                label=prompt["label"],
                help_text=prompt["hint"],
                required=prompt["id"] == "decision",
                max_length=SENTENCE,
                initial=parts.get(prompt["id"], ""),
                widget=forms.Textarea(attrs={"rows": 2}),
                error_messages={
                    "required": _("Zeg in één zin wat je besloot. Dat is het vriendelijkst."),
                    "max_length": _("Dit is wat lang. Maak er maximaal 600 tekens van."),
                },
            )


class LetterForm(forms.Form):
    """The whole text, hers to change."""

    text = forms.CharField(
        label=_("Je bericht"),
        max_length=LETTER,
        widget=forms.Textarea(attrs={"rows": 12, "spellcheck": "true"}),
        error_messages={
            "required": _("Schrijf hier je bericht, of maak het opnieuw uit je zinnen."),
            "max_length": _("Dit is wat lang. Maak er maximaal 6000 tekens van."),
        },
    )


class ToldForm(forms.Form):
    """That she told it, and when."""

    told_on = DayField(label=_("Wanneer heb je het verteld?"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["told_on"].initial = today

    def clean_told_on(self) -> date:
        day: date = self.cleaned_data["told_on"]
        if day > self.today:
            raise forms.ValidationError(_("Kies vandaag of een dag die al geweest is."))
        return day
