"""Numbers as people type them: `1.250,50` and `1250.50` are the same amount."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

_ALLOWED = re.compile(r"[0-9][0-9.,\s ]*")


def read_decimal(text: str) -> Decimal:
    """Read a number with Dutch or English signs. The last sign followed by one or two digits is the decimal one.

    Raises ValueError when it is no number or when it can be read in two ways that differ (none are: `1.250` is
    twelve hundred fifty, because nobody types three decimals of money or hours).
    """
    cleaned = text.replace("€", "").strip()
    if not _ALLOWED.fullmatch(cleaned):
        raise ValueError(text)
    cleaned = re.sub(r"[\s ]", "", cleaned)
    decimals = re.search(r"[.,](\d{1,2})$", cleaned)
    whole = re.sub(r"[.,]", "", cleaned[: decimals.start()] if decimals else cleaned)
    try:
        return Decimal(f"{whole or '0'}.{decimals.group(1) if decimals else '0'}")
    except InvalidOperation as error:
        raise ValueError(text) from error


def as_typed(number: Decimal, language: str) -> str:
    """A number as a person types it, without zeros that say nothing: `7,5`, in English `7.5`."""
    text = f"{number.normalize():f}"
    return text if language == "en" else text.replace(".", ",")


class LocalDecimalField(forms.CharField):
    """A positive number, typed the Dutch or the English way. Gives a Decimal or None."""

    def __init__(self, *, max_value: Decimal, places: int = 2, **kwargs: Any) -> None:
        self.max_value, self.places = max_value, places
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}))
        super().__init__(max_length=20, **kwargs)

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        try:
            number = read_decimal(text)
        except ValueError:
            raise forms.ValidationError(_("Vul een getal in, bijvoorbeeld 1.250,50.")) from None
        if number > self.max_value:
            raise forms.ValidationError(_("Dit getal is te groot. Klopt het?"))
        return number
