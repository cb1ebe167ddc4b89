"""Telling that it ends, and asking for another last day; parsed the same for every door."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samenstroom.collaborations.forms import DayField
from samenstroom.farewell.wording.endings import ending_texts

YEAR = timedelta(days=366)


def words_field(label: Any, limit: int, *, hint: Any = "", required: bool = False, rows: int = 3) -> forms.CharField:
    """A field for somebody's own words, with a friendly limit."""
    return forms.CharField(
        label=label,
        help_text=hint,
        required=required,
        max_length=limit,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={
            "required": _("Schrijf hier iets, al is het één zin."),
            "max_length": _("Dit is wat lang. Maak er maximaal %(n)s tekens van.") % {"n": limit},
        },
    )


class AnnounceForm(forms.Form):
    """How it ends, the last day, and the words the other reads."""

    how = forms.ChoiceField(
        label=_("Hoe eindigt het?"),
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Kies hoe het eindigt.")),
    )
    last_on = DayField(
        label=_("Wat is de laatste dag?"), required=False, help_text=_("Weet je het nog niet? Laat het dan open.")
    )
    words = words_field("", 5000, required=True, rows=6)

    def __init__(self, *args: Any, today: date, other_name: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        texts = ending_texts()
        how = self.fields["how"]
        assert isinstance(how, forms.ChoiceField)
        how.choices = [(one["id"], one["label"]) for one in texts["hows"]]
        self.fields["words"].label = _("Dit leest %(name)s") % {"name": other_name}
        self.fields["words"].help_text = texts["ending"]["announce_hint"]

    def clean_last_on(self) -> date | None:
        return _near(self.cleaned_data["last_on"], self.today)


class LastDayForm(forms.Form):
    """Another last day, and a sentence with it."""

    last_on = DayField(label=_("Welke dag past jou wel?"))
    words = words_field(_("Wil je er iets bij zeggen?"), 1000)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_last_on(self) -> date | None:
        return _near(self.cleaned_data["last_on"], self.today)


def _near(day: date | None, today: date) -> date | None:
    """A day within three years before or after: it may be over already, and a long notice exists."""
    if day and abs(day - today) > 3 * YEAR:
        raise forms.ValidationError(_("Die dag ligt wel ver weg. Klopt het jaar?"))
    return day
