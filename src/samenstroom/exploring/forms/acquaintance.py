"""The forms of an acquaintance: one per part, in which everything may stay open, and those for own words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samenstroom.exploring.wording.acquaintance import WHY, Asked, Part
from samenstroom.rules.acquaintance import Kind

LONG, SHORT = 2000, 500


class MayStayOpen:
    """A field that looks like any other, without "(hoeft niet)" at each question, and takes an empty answer."""

    def validate(self, value: Any) -> None:
        """Nothing filled in is fine; anything else has to fit."""
        if value not in (None, ""):
            super().validate(value)  # type: ignore[misc]


class OpenChoice(MayStayOpen, forms.ChoiceField):
    """One of a few choices, or open."""


class OpenNumber(MayStayOpen, forms.IntegerField):
    """A whole number between two bounds, or open."""


class OpenWords(MayStayOpen, forms.CharField):
    """Own words, or open."""


def words(label: Any, hint: Any = "", *, most: int = LONG, rows: int = 3) -> OpenWords:
    """A field for own words; nothing that was typed is cut off."""
    too_long = {
        LONG: _("Dit is wat lang. Maak er maximaal 2000 tekens van."),
        SHORT: _("Dit is wat lang. Maak er maximaal 500 tekens van."),
    }[most]
    return OpenWords(
        label=label, help_text=hint, max_length=most, widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"max_length": too_long},
    )  # fmt: skip


class PartForm(forms.Form):
    """One part: a field per question, and own words with each that is not text itself."""

    use_required_attribute = False

    def __init__(self, data: Any = None, *, part: Part, answers: Mapping[str, Any]) -> None:
        self.part = part
        super().__init__(data, initial=_initial(part, answers))
        for asked in part.questions:
            self.fields.update(_fields(asked))

    def clean(self) -> dict[str, Any]:
        """The same option may stand on one place of an order only."""
        data = super().clean() or {}
        for asked in self.part.questions:
            if asked.kind is Kind.ORDER:
                self._check_order(asked, data)
        return data

    def _check_order(self, asked: Asked, data: Mapping[str, Any]) -> None:
        seen: set[str] = set()
        for name in places_of(asked):
            chosen = data.get(name)
            if chosen and chosen in seen:
                self.add_error(name, _("Dit staat al hoger. Kies hier iets anders, of laat het open."))
            seen.add(chosen or "")

    def answers(self) -> dict[str, Any]:
        """What she answered in this part, to keep; None or empty for what stays open."""
        found: dict[str, Any] = {}
        for asked in self.part.questions:
            if asked.kind is Kind.ORDER:
                chosen = [self.cleaned_data.get(name) for name in places_of(asked)]
                found[asked.id] = [one for one in chosen if one]
            else:
                found[asked.id] = self.cleaned_data.get(asked.id)
            if asked.kind is not Kind.TEXT:
                found[asked.id + WHY] = self.cleaned_data.get(asked.id + WHY, "")
        return found


def places_of(asked: Asked) -> list[str]:
    """The names of the fields of an order, from the top down."""
    return [f"{asked.id}_{place}" for place in range(1, asked.places + 1)]


def _fields(asked: Asked) -> dict[str, forms.Field]:
    why = asked.id + WHY
    if asked.kind is Kind.ORDER:
        return {**_order_fields(asked), why: _why()}
    if asked.kind is Kind.CHOICE:
        return {asked.id: _choice(asked), why: _why()}
    if asked.kind is Kind.NUMBER:
        return {asked.id: _number(asked), why: _why()}
    return {asked.id: words(asked.ask, asked.hint, rows=4)}


def _why() -> OpenWords:
    field = words(_("In jouw woorden"), most=SHORT, rows=2)
    field.required = False
    return field


def _order_fields(asked: Asked) -> dict[str, forms.Field]:
    choices = [("", _("Nog niets gekozen")), *asked.labels.items()]
    return {
        name: OpenChoice(label=_("Plaats %(place)s") % {"place": place}, choices=choices)
        for place, name in enumerate(places_of(asked), start=1)
    }


def _choice(asked: Asked) -> OpenChoice:
    choices = [*asked.labels.items(), ("", _("Dat laat ik open"))]
    return OpenChoice(label=asked.ask, help_text=asked.hint, choices=choices, widget=forms.RadioSelect)


def _number(asked: Asked) -> OpenNumber:
    lowest, highest = asked.bounds
    wrong = _("Vul een heel getal in van %(lowest)s tot en met %(highest)s.") % {"lowest": lowest, "highest": highest}
    return OpenNumber(
        label=asked.ask, help_text=asked.hint, min_value=lowest, max_value=highest,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "class": "input--short"}),
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), wrong),
    )  # fmt: skip


def _initial(part: Part, answers: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for asked in part.questions:
        if asked.kind is Kind.ORDER:
            found |= dict(zip(places_of(asked), answers.get(asked.id) or (), strict=False))
        else:
            found[asked.id] = answers.get(asked.id)
        found[asked.id + WHY] = answers.get(asked.id + WHY, "")
    return found


class SaidForm(forms.Form):
    """What both said about one question."""

    text = forms.CharField(
        label=_("Wat zeiden jullie erover?"), max_length=LONG, widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={
            "required": _("Schrijf hier iets, al is het één zin."),
            "max_length": _("Dit is wat lang. Maak er maximaal 2000 tekens van."),
        },
    )  # fmt: skip


class OwnPartForm(forms.Form):
    """One part of her own guide: what she thinks, and what the other said, per question."""

    use_required_attribute = False

    def __init__(self, data: Any = None, *, part: Part, kept: Mapping[str, Mapping[str, str]], name: str) -> None:
        self.part = part
        super().__init__(data, initial=_own_initial(part, kept))
        for asked in part.questions:
            self.fields[f"{asked.id}_mine"] = words(_("Wat ik ervan vind"))
            self.fields[f"{asked.id}_said"] = words(_("Wat %(name)s zei") % {"name": name})

    def answers(self) -> dict[str, dict[str, str]]:
        """Question -> what she wrote."""
        return {
            one.id: {side: self.cleaned_data.get(f"{one.id}_{side}", "") for side in ("mine", "said")}
            for one in self.part.questions
        }


def _own_initial(part: Part, kept: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    return {
        f"{one.id}_{side}": kept.get(one.id, {}).get(side, "") for one in part.questions for side in ("mine", "said")
    }
