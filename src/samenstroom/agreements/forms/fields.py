"""Fields that small agreements share."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samenstroom.kit.language import language
from samenstroom.kit.numbers import LocalDecimalField, as_typed

LONG, SHORT = 2000, 300
_CLOCK = re.compile(r"\s*(\d{1,4}):([0-5]\d)\s*")


def words(label: Any, limit: int = LONG, *, hint: Any = "", required: bool = False, rows: int = 3) -> forms.CharField:
    """A field for somebody's own words."""
    too_long = {
        LONG: _("Dit is wat lang. Maak er maximaal 2000 tekens van."),
        SHORT: _("Dit is wat lang. Maak er maximaal 300 tekens van."),
    }
    return forms.CharField(
        label=label,
        help_text=hint,
        required=required,
        max_length=limit,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": _("Schrijf hier iets, al is het één zin."), "max_length": too_long[limit]},
    )


def amount(label: Any, **more: Any) -> LocalDecimalField:
    """Euros, with or without cents."""
    return LocalDecimalField(label=label, required=False, max_value=Decimal("9999999"), **more)


def amount_typed(value: Decimal) -> str:
    """Euros as a person types them: with two digits for the cents, or none."""
    found = as_typed(value, language())
    return found if value == int(value) else f"{found}0" if found[-2] in ",." else found


class HoursField(LocalDecimalField):
    """Hours as people write them: `2,5`, `2.5` or `2:30`."""

    def __init__(self, *, most: int = 10000, **kwargs: Any) -> None:
        super().__init__(max_value=Decimal(most), required=False, **kwargs)

    def clean(self, value: Any) -> Any:
        found = _CLOCK.fullmatch(value or "")
        if found:
            part = Decimal(found[1]) + Decimal(found[2]) / 60
            value = f"{part.quantize(Decimal('0.01'))}"
        return super().clean(value)


def whole(label: Any, most: int, *, hint: Any = "") -> forms.IntegerField:
    """A whole number of days."""
    return forms.IntegerField(
        label=label,
        help_text=hint,
        required=False,
        min_value=0,
        max_value=most,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={
            "invalid": _("Vul een heel getal in, bijvoorbeeld 14."),
            "min_value": _("Vul een heel getal in, bijvoorbeeld 14."),
            "max_value": _("Dit getal is te groot. Klopt het?"),
        },
    )
