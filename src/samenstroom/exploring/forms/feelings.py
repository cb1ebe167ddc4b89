"""The form of a gut feeling: ten seconds, or a little longer with a prediction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samenstroom.collaborations.forms import DayField
from samenstroom.collaborations.visits import Visit
from samenstroom.exploring.wording.feelings import feeling_texts

PERCENTS = [(str(step), f"{step}%") for step in range(0, 101, 10)]


class FeelingForm(forms.Form):
    """What does your gut say?"""

    step = forms.TypedChoiceField(
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat je gevoel zegt."), "invalid_choice": _("Kies wat je gevoel zegt.")},
    )
    about = forms.ChoiceField(label=_("Over wie gaat het?"), required=False)
    words = forms.CharField(
        label=_("Een paar woorden"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"max_length": _("Dit is wat lang. Maak er maximaal 1000 tekens van.")},
    )
    sussed = forms.BooleanField(label=_("Mijn hoofd zegt iets anders"), required=False)
    subject = forms.ChoiceField(label=_("Waar gaat het over?"), required=False)
    prediction = forms.CharField(
        label=_("Wat denk je dat er gaat gebeuren?"),
        required=False,
        max_length=300,
        help_text=_("Eén zin die later waar of niet waar is. Je kunt hem niet meer veranderen."),
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"max_length": _("Dit is wat lang. Maak er maximaal 300 tekens van.")},
    )
    percent = forms.ChoiceField(label=_("Hoe zeker ben je?"), required=False, choices=[("", "–"), *PERCENTS])
    known_on = DayField(label=_("Wanneer weet je het?"), required=False)

    def __init__(self, *args: Any, tables: Sequence[Visit], today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        words = feeling_texts()
        self._choices("step", [(str(one["value"]), one["label"]) for one in words["steps"]])
        named = [(v.collaboration.public_id, f"{v.collaboration.name}, {v.other_name}") for v in tables]
        self._choices("about", [("", _("Niemand in het bijzonder")), *named])
        self._choices("subject", [("", _("Zeg ik niet")), *((one["id"], one["label"]) for one in words["subjects"])])

    def _choices(self, name: str, choices: Sequence[tuple[str, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def clean(self) -> dict[str, Any]:
        """A prediction is a sentence, a percentage and a day in the future: all three or none."""
        data = super().clean() or {}
        if data.get("prediction"):
            if not data.get("percent"):
                self.add_error("percent", _("Kies hoe zeker je bent van je voorspelling."))
            if not data.get("known_on") and "known_on" not in self.errors:
                self.add_error("known_on", _("Kies een dag waarop je het weet, bijvoorbeeld over een maand."))
        elif data.get("percent"):
            self.add_error("prediction", _("Schrijf in één zin wat je denkt dat er gebeurt."))
        return data

    def clean_known_on(self) -> date | None:
        day: date | None = self.cleaned_data["known_on"]
        if day and day <= self.today:
            raise forms.ValidationError(_("Kies een datum na vandaag."))
        if day and day > self.today + timedelta(days=366 * 5):
            raise forms.ValidationError(_("Kies een datum binnen vijf jaar."))
        return day

    def percent_value(self) -> int | None:
        return int(self.cleaned_data["percent"]) if self.cleaned_data.get("percent") else None


class OutcomeForm(forms.Form):
    """What became of it?"""

    came_true = forms.ChoiceField(
        label=_("Kwam het uit?"),
        choices=[("yes", _("Ja, het kwam uit")), ("no", _("Nee, het ging anders"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat ervan kwam.")},
    )
