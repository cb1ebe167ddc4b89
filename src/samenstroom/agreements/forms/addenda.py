"""Choosing what changes, until when it can be signed, and the day on which it was agreed elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samenstroom.collaborations.forms import DayField

MOST_AHEAD = timedelta(days=366)


class ChooseForm(forms.Form):
    """Which clause: one that is there, one that can be added, or one in their own words."""

    code = forms.ChoiceField(
        label=_("Wat moet er anders?"), widget=forms.Select(attrs={"class": "select"}),
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Kies wat er anders moet.")),
    )  # fmt: skip

    def __init__(self, *args: Any, choices: Sequence[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        code = self.fields["code"]
        assert isinstance(code, forms.ChoiceField)
        code.choices = [("", _("Kies een bepaling")), *choices]


class LastDayForm(forms.Form):
    """Until when the addendum can be signed."""

    expires_on = DayField(
        label=_("Tot wanneer kan dit getekend worden?"), required=False,
        help_text=_("Mag leeg blijven. Dan is er geen laatste dag."),
    )  # fmt: skip

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_expires_on(self) -> date | None:
        day: date | None = self.cleaned_data["expires_on"]
        if day is not None and not self.today <= day <= self.today + MOST_AHEAD:
            raise forms.ValidationError(_("Kies een dag vanaf vandaag, binnen een jaar."))
        return day


class AgreedElsewhereForm(forms.Form):
    """The day on which both agreed on the change, on paper or in a mail."""

    signed_on = DayField(label=_("Op welke dag spraken jullie dit af?"))

    def __init__(self, *args: Any, today: date, since: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today, self.since = today, since

    def clean_signed_on(self) -> date:
        day: date = self.cleaned_data["signed_on"]
        if not self.since <= day <= self.today:
            raise forms.ValidationError(_("Kies een dag sinds de overeenkomst, tot en met vandaag."))
        return day
