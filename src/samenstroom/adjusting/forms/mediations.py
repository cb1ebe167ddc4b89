"""Asking a mediator in, and what she writes; parsed the same for every door."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from samenstroom.adjusting.actions.mediations import MediatorTerms
from samenstroom.adjusting.forms.attempts import LONG, SHORT, coming_day, words
from samenstroom.agreements.forms.lawyers import name_field
from samenstroom.collaborations.forms import DayField
from samenstroom.kit import clock


class MediatorForm(forms.Form):
    """Who, until when, and why her."""

    name = name_field(_("Wie vragen jullie?"), _("Vul de naam van de bemiddelaar in."))
    ends_on = DayField(
        label=_("Tot en met welke dag?"), help_text=_("Daarna stopt het vanzelf. Eerder stoppen mag altijd.")
    )
    words = words(_("Wil je er iets bij zeggen?"), SHORT, hint=_("De bemiddelaar leest dit ook."), rows=2)

    def __init__(self, *args: Any, today: date, weeks: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.initial.setdefault("ends_on", today + timedelta(weeks=weeks))

    def clean_ends_on(self) -> date:
        return coming_day(self.cleaned_data["ends_on"], self.today)

    def terms(self) -> MediatorTerms:
        """The proposal as it is kept."""
        data = self.cleaned_data
        return MediatorTerms(name=data["name"], ends_on=data["ends_on"], words=data["words"])


class NoteForm(forms.Form):
    """A note of the mediator for both."""

    text = words(_("Wat wil je aan allebei schrijven?"), LONG, required=True, rows=4)


class TalkForm(forms.Form):
    """A day, an hour and a place for a talk."""

    on = DayField(label=_("Op welke dag?"))
    at = forms.TimeField(
        label=_("Hoe laat?"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages=dict.fromkeys(("required", "invalid"), _("Vul een tijd in, bijvoorbeeld 10:00.")),
    )  # fmt: skip
    minutes = forms.TypedChoiceField(
        label=_("Hoe lang?"), coerce=int, initial=60,
        choices=[(30, _("een half uur")), (60, _("een uur")), (90, _("anderhalf uur")), (120, _("twee uur"))],
        error_messages={"invalid_choice": _("Kies hoe lang het duurt.")},
    )  # fmt: skip
    place = forms.CharField(
        label=_("Waar?"), required=False, max_length=SHORT,
        help_text=_("Een adres, of een link naar een videogesprek."),
        error_messages={"max_length": _("Dit is wat lang. Maak er maximaal 300 tekens van.")},
    )  # fmt: skip

    def __init__(self, *args: Any, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.now = now

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        day, hour = data.get("on"), data.get("at")
        if day and hour:
            moment = datetime.combine(day, hour, tzinfo=clock.AMSTERDAM)
            if not self.now < moment < self.now + timedelta(days=366):
                raise ValidationError({"on": _("Kies een moment dat nog komt, binnen een jaar.")})
            data["begins_at"] = moment
        return data
