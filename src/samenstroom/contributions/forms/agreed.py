"""What one side brings in: hours a period, money, goods, a network, anything else."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samenstroom.collaborations.forms import DayField
from samenstroom.collaborations.visits import Visit
from samenstroom.contributions.models import AgreedContribution
from samenstroom.contributions.wording.hours import period_choices, unused_choices
from samenstroom.kit.language import language
from samenstroom.kit.numbers import LocalDecimalField, as_typed

WORDS = ("money", "goods", "network", "other")
FAR = timedelta(days=366 * 2)


def _words(label: Any, hint: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"max_length": _("Dit is wat lang. Maak er maximaal 300 tekens van.")},
    )


class AgreedForm(forms.Form):
    """One side at a time; something has to be filled in."""

    whose = forms.ChoiceField(label=_("Om wiens inbreng gaat het?"), widget=forms.RadioSelect)
    hours = LocalDecimalField(label=_("Hoeveel uur?"), required=False, max_value=Decimal(2000))
    period = forms.ChoiceField(label=_("Per wat?"), required=False, widget=forms.RadioSelect)
    valid_months = forms.IntegerField(
        label=_("Hoeveel maanden is de bundel geldig?"),
        required=False,
        min_value=1,
        max_value=60,
        help_text=_("Alleen voor een bundel. Geen einde? Laat dit leeg."),
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value"), _("Vul een getal van 1 tot 60 in, bijvoorbeeld 6.")
        ),
    )
    unused = forms.ChoiceField(
        label=_("Wat gebeurt er met uren die overblijven?"), required=False, widget=forms.RadioSelect
    )
    starts_on = DayField(label=_("Vanaf welke dag?"))
    money = _words(_("Geld"), _("Bijvoorbeeld: € 500 voor advertenties."))
    goods = _words(_("Spullen of ruimte"), _("Bijvoorbeeld: een werkplek, een camera."))
    network = _words(_("Netwerk"), _("Bijvoorbeeld: contacten bij drie winkels."))
    other = _words(_("Iets anders"), _("Bijvoorbeeld: kennis van de branche."))

    def __init__(self, *args: Any, visit: Visit, today: date, agreed: AgreedContribution | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.visit, self.today = visit, today
        self._choices("whose", [("me", _("Van mij")), ("other", _("Van %(name)s") % {"name": visit.other_name})])
        self._choices("period", period_choices())
        self._choices("unused", unused_choices())
        self.initial = {"whose": "me", "period": "week", "unused": "expire", "starts_on": today}
        if agreed:
            hours = agreed.terms.get("hours")
            whose = "me" if agreed.party_id == visit.party.pk else "other"
            self.initial |= {**agreed.terms, "whose": whose, "starts_on": agreed.starts_on}
            self.initial["hours"] = as_typed(Decimal(hours), language()) if hours else ""

    def _choices(self, name: str, choices: list[tuple[str, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def clean_hours(self) -> Decimal | None:
        hours: Decimal | None = self.cleaned_data["hours"]
        if hours is not None and hours <= 0:
            raise forms.ValidationError(_("Vul meer dan 0 uur in, of laat dit leeg."))
        return hours

    def clean_starts_on(self) -> date:
        day: date = self.cleaned_data["starts_on"]
        if not self.today - FAR <= day <= self.today + FAR:
            raise forms.ValidationError(_("Kies een dag binnen twee jaar."))
        return day

    def clean(self) -> dict[str, Any]:
        """Hours or words: at least one thing is brought in."""
        data = super().clean() or {}
        is_empty = not data.get("hours") and not any(data.get(name) for name in WORDS)
        if is_empty and "hours" not in self.errors:
            self.add_error("hours", _("Vul in wat deze kant inbrengt, al is het één ding."))
        return data

    def terms(self) -> dict[str, Any]:
        """What is kept: only what was filled in."""
        data = self.cleaned_data
        found: dict[str, Any] = {name: data[name] for name in WORDS if data.get(name)}
        if data.get("hours"):
            period = data.get("period") or "week"
            found |= {"hours": str(data["hours"]), "period": period, "unused": data.get("unused") or "expire"}
            if period == "bundle" and data.get("valid_months"):
                found["valid_months"] = data["valid_months"]
        return found
