"""Facts and terms as fields: what stands in a document goes into a form, and comes back as it stands in a document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samenstroom.agreements.wording.terms import Asked
from samenstroom.collaborations.forms import NOTE_MAX, TOO_LONG, DayField
from samenstroom.kit.language import language
from samenstroom.kit.numbers import LocalDecimalField, as_typed

MOST = Decimal(10_000_000)
YES, NO = "yes", "no"
ADDITION = "addition"
LONG = 6000
FAR = date(2126, 1, 1)


class WholeField(LocalDecimalField):
    """A whole number, typed as people do."""

    def clean(self, value: Any) -> Any:
        number = super().clean(value)
        if number is not None and number != number.to_integral_value():
            raise forms.ValidationError(_("Vul een heel getal in, bijvoorbeeld 14."))
        return None if number is None else int(number)


class TermsForm(forms.Form):
    """One field per fact or term. Everything may stay open: what is not filled in is not agreed.

    `is_tight` uses lists to choose from, for a clause with many terms; otherwise choices lie open.
    """

    def __init__(
        self,
        *args: Any,
        asked: Sequence[Asked],
        values: Mapping[str, Any],
        is_tight: bool = False,
        addition: str | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.asked = list(asked)
        for one in self.asked:
            self.fields[one.name] = _field(one, is_tight=is_tight)
            self.initial[one.name] = _typed(one, values.get(one.name))
        if addition is not None:
            self.fields[ADDITION] = forms.CharField(
                label=_("Wil je er zelf iets aan toevoegen?"), required=False, max_length=LONG,
                widget=forms.Textarea(attrs={"rows": 3}),
                error_messages={"max_length": _("Dit is wat lang. Maak er maximaal 6000 tekens van.")},
            )  # fmt: skip
            self.initial[ADDITION] = addition

    def values(self) -> dict[str, Any]:
        """Name -> value as it stands in a document; None for what stays open."""
        return {one.name: _kept(self.cleaned_data.get(one.name)) for one in self.asked}

    @property
    def addition(self) -> str:
        return str(self.cleaned_data.get(ADDITION, "")).strip()


def _field(one: Asked, *, is_tight: bool) -> forms.Field:
    about: dict[str, Any] = {"label": one.label, "help_text": one.hint, "required": False}
    if one.type == "bool":
        return _choice([(YES, _("Ja")), (NO, _("Nee"))], about, is_tight=is_tight)
    if one.type == "enum":
        return _choice(list(one.options), about, is_tight=is_tight)
    if one.type == "int":
        return WholeField(max_value=MOST, **about)
    if one.type == "decimal":
        return LocalDecimalField(max_value=MOST, **about)
    if one.type == "date":
        return _Day(**about)
    is_long = one.type == "text"
    return forms.CharField(
        max_length=NOTE_MAX, error_messages={"max_length": TOO_LONG},
        widget=forms.Textarea(attrs={"rows": 2}) if is_long else forms.TextInput(), **about,
    )  # fmt: skip


class _Day(DayField):
    """A day of our time."""

    def clean(self, value: Any) -> Any:
        day = super().clean(value)
        if day is not None and not date(1990, 1, 1) <= day <= FAR:
            raise forms.ValidationError(_("Vul een datum in, bijvoorbeeld 19-10-2026."))
        return day


def _choice(options: list[tuple[str, Any]], about: dict[str, Any], *, is_tight: bool) -> forms.ChoiceField:
    widget = forms.Select(attrs={"class": "select"}) if is_tight else forms.RadioSelect()
    return forms.ChoiceField(
        choices=[*options, ("", _("Nog open"))], widget=widget,
        error_messages={"invalid_choice": _("Kies een van de antwoorden.")}, **about,
    )  # fmt: skip


def _typed(one: Asked, value: Any) -> Any:
    """A value of a document as it stands in a field."""
    if value is None:
        return ""
    if one.type == "bool":
        return YES if value is True else NO
    if one.type in ("int", "decimal"):
        try:
            return as_typed(Decimal(str(value)), language())
        except InvalidOperation:
            return str(value)
    return value


def _kept(value: Any) -> Any:
    """A cleaned value as it stands in a document."""
    if value in (None, ""):
        return None
    if value in (YES, NO):
        return value == YES
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value
