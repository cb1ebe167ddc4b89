"""Her own room: what she has, and what one collaboration asks. Everything may stay open."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samenstroom.collaborations.forms import DayField
from samenstroom.exploring.models import Asked, OwnRoom
from samenstroom.exploring.wording.room import energy_now_steps, energy_steps
from samenstroom.kit.language import language
from samenstroom.kit.numbers import LocalDecimalField, as_typed

WEEK = Decimal(168)
MOST_MONEY = Decimal(9_999_999)


class RoomForm(forms.Form):
    """What she has to give."""

    hours = LocalDecimalField(
        label=_("Hoeveel uur per week heb je om te werken?"),
        required=False,
        max_value=WEEK,
        help_text=_("Alles samen, ook wat al loopt."),
    )
    income = LocalDecimalField(
        label=_("Welk inkomen heb je per maand nodig?"), required=False, max_value=MOST_MONEY, help_text=_("In euro.")
    )
    energy = forms.TypedChoiceField(
        label=_("Hoe is je energie nu?"), required=False, coerce=int, empty_value=None, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, kept: OwnRoom | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if kept:
            self.initial = _amounts(kept) | {"energy": str(kept.energy or "")}
        _choices(self, energy_now_steps())


class AskedForm(forms.Form):
    """What one collaboration asks and brings."""

    hours = LocalDecimalField(label=_("Hoeveel uur per week vraagt het?"), required=False, max_value=WEEK)
    income = LocalDecimalField(
        label=_("Wat brengt het per maand op?"), required=False, max_value=MOST_MONEY, help_text=_("In euro.")
    )
    energy = forms.TypedChoiceField(
        label=_("Wat doet het met je energie?"), required=False, coerce=int, empty_value=None, widget=forms.RadioSelect
    )
    starts_on = DayField(label=_("Vanaf wanneer?"), required=False)
    is_running = forms.BooleanField(
        label=_("Dit loopt al"),
        required=False,
        help_text=_("Vink dit aan als het al in je week zit. Anders is het nog een vraag."),
    )

    def __init__(self, *args: Any, kept: Asked | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if kept:
            own = {"energy": str(kept.energy or ""), "starts_on": kept.starts_on, "is_running": kept.is_running}
            self.initial = _amounts(kept) | own
        _choices(self, energy_steps())


def _amounts(kept: OwnRoom | Asked) -> dict[str, Any]:
    """What was kept, as she typed it."""
    texts = {"hours": kept.hours, "income": kept.income}
    return {name: as_typed(Decimal(text), language()) if text else "" for name, text in texts.items()}


def _choices(form: forms.Form, steps: list[tuple[str, str]]) -> None:
    field = form.fields["energy"]
    assert isinstance(field, forms.ChoiceField)
    field.choices = [*steps, ("", _("Laat ik open"))]
