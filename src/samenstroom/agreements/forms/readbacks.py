"""Reading a deal back; parsed the same for every door."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samenstroom.agreements.models import Deal, ReadBack
from samenstroom.agreements.wording.readbacks import HOWS
from samenstroom.collaborations.forms import DayField
from samenstroom.kit.language import language
from samenstroom.kit.numbers import as_typed

from .fields import HoursField, amount, amount_typed, whole, words

TERMS: Mapping[str, tuple[str, ...]] = {
    "price": ("fee_amount_eur",),
    "rate": ("hourly_rate_eur",),
    "hours": ("hours_per_week_expected",),
    "payment_days": ("payment_term_days",),
    "starts_on": ("start_date",),
    "ends_on": ("end_date",),
    "notice_days": ("notice_days_provider", "notice_days_client"),
}
"""Field -> the names of the terms it fills in an agreement document."""

_MONEY = {"price", "rate"}


class ReadBackForm(forms.Form):
    """What was agreed in own words, how and when, and the terms that were named."""

    words = words(_("Wat spraken jullie af?"), required=True, hint=_("In je eigen woorden. Eén ding per zin."), rows=4)
    how = forms.ChoiceField(
        label=_("Hoe spraken jullie het af?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies hoe jullie het afspraken.")},
    )
    agreed_on = DayField(label=_("Op welke dag?"))
    price = amount(_("Vaste prijs"), help_text=_("In euro, zonder btw."))
    rate = amount(_("Uurtarief"), help_text=_("In euro, zonder btw."))
    hours = HoursField(label=_("Uren per week"), most=168)
    payment_days = whole(_("Betalen binnen hoeveel dagen?"), 365)
    starts_on = DayField(label=_("Begin"), required=False)
    ends_on = DayField(label=_("Einde"), required=False)
    notice_days = whole(_("Hoeveel dagen van tevoren opzeggen?"), 730)

    def __init__(self, *args: Any, today: date, answers: ReadBack | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        how = self.fields["how"]
        assert isinstance(how, forms.ChoiceField)
        how.choices = [(one.code, one.label) for one in HOWS]
        self.initial = {"agreed_on": today} if answers is None else _lies_there(answers)

    def clean_agreed_on(self) -> date:
        day: date = self.cleaned_data["agreed_on"]
        if day > self.today:
            raise forms.ValidationError(_("Kies vandaag of een dag die al geweest is."))
        if day < self.today - timedelta(days=366 * 40):
            raise forms.ValidationError(_("Dit is wel heel lang geleden. Klopt het jaar?"))
        return day

    def clean(self) -> dict[str, Any]:
        """The end comes after the start."""
        data = super().clean() or {}
        start, end = data.get("starts_on"), data.get("ends_on")
        if start and end and end < start:
            self.add_error("ends_on", _("Kies een einde na het begin."))
        return data

    def deal(self) -> Deal:
        """What is shared, with the terms as an agreement document has them."""
        data = self.cleaned_data
        terms = {
            name: _as_term(data[field_name])
            for field_name, names in TERMS.items()
            for name in names
            if data.get(field_name) is not None
        }
        return Deal(data["words"], data["how"], data["agreed_on"], terms)


def _as_term(value: Any) -> Any:
    if isinstance(value, Decimal):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value


def _lies_there(answers: ReadBack) -> dict[str, Any]:
    found: dict[str, Any] = {"words": answers.words, "how": answers.how, "agreed_on": answers.agreed_on}
    for field_name, names in TERMS.items():
        value = answers.terms.get(names[0])
        if value is not None:
            found[field_name] = _typed(field_name, value)
    return found


def _typed(field_name: str, value: Any) -> Any:
    if field_name in _MONEY:
        return amount_typed(Decimal(value))
    return as_typed(Decimal(value), language()) if field_name == "hours" else value


class ContestForm(forms.Form):
    """How she sees it, in her words."""

    words = words(_("Hoe zie jij het?"), required=True, hint=_("Schrijf op wat jij hebt begrepen. Zonder verwijt."))
