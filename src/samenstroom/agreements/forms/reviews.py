"""What came of looking at the agreement together."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samenstroom.agreements.models import Review
from samenstroom.collaborations.forms import NOTE_MAX, TOO_LONG, DayField


class ReviewForm(forms.Form):
    """The outcome, the day, and a few words that both read."""

    outcome = forms.ChoiceField(
        label=_("Wat kwam eruit?"), choices=Review.Outcome.choices, widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Kies wat eruit kwam.")),
    )  # fmt: skip
    looked_on = DayField(label=_("Op welke dag keken jullie?"))
    words = forms.CharField(
        label=_("Wil je er iets bij zeggen?"), required=False, max_length=NOTE_MAX,
        widget=forms.Textarea(attrs={"rows": 3}), error_messages={"max_length": TOO_LONG},
    )  # fmt: skip

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.initial.setdefault("looked_on", today)

    def clean_looked_on(self) -> date:
        day: date = self.cleaned_data["looked_on"]
        if not date(1990, 1, 1) <= day <= self.today:
            raise forms.ValidationError(_("Kies vandaag of een eerdere dag."))
        return day
