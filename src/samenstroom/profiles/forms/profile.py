"""Forms of the profile: choosing values, and one form for each other part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from samenstroom.kit.numbers import LocalDecimalField
from samenstroom.profiles.actions.profile import MOST_VALUES
from samenstroom.profiles.models import Profile
from samenstroom.profiles.queries.profile import PARTS, Value
from samenstroom.profiles.wording.profile import PartPage, profile_texts

LONG = 4000
LONGEST_OWN_VALUE = 40


class WordsField(forms.CharField):
    """Somebody's own words; a browser's kind of line end makes no other text of it."""

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        return text.replace("\r\n", "\n") if isinstance(text, str) else text


def words(label: Any, hint: Any = "", *, required: bool = False, rows: int = 6, most: int = LONG) -> WordsField:
    """A field for her own words."""
    return WordsField(
        label=label,
        help_text=hint,
        required=required,
        max_length=most,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={
            "max_length": _("Dit is wat lang. Maak er maximaal %(limit_value)d tekens van."),
            "required": _("Schrijf hier iets, al is het één zin."),
        },
    )


class ValuesForm(forms.Form):
    """Up to seven values from the list, and words of her own, one on each line."""

    values = forms.MultipleChoiceField(
        label=_("Welke woorden passen bij jou?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    own = forms.CharField(
        label=_("Staat jouw woord er niet bij?"),
        help_text=_("Eén woord per regel."),
        required=False,
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": _("Dit is wat lang. Eén woord per regel is genoeg.")},
    )

    def __init__(self, *args: Any, chosen: Sequence[Value], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        listed = [(one["id"], one["label"]) for one in profile_texts()["values"]]
        field = self.fields["values"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = listed
        self.initial = {
            "values": [one for one in chosen if isinstance(one, str)],
            "own": "\n".join(one["own"] for one in chosen if isinstance(one, dict)),
        }

    def clean_own(self) -> list[str]:
        """Her own words, each once and short."""
        lines = list(dict.fromkeys(line.strip() for line in self.cleaned_data["own"].splitlines() if line.strip()))
        if any(len(line) > LONGEST_OWN_VALUE for line in lines):
            raise forms.ValidationError(_("Houd het bij één of twee woorden per regel."))
        return lines

    def clean(self) -> dict[str, Any]:
        """Seven together at most."""
        data = super().clean() or {}
        count = len(data.get("values", [])) + len(data.get("own", []))
        if count > MOST_VALUES:
            told = _now("Dit zijn er %(count)d. Kies er hooguit zeven; welke kun je het best missen?")
            self.add_error("values", told % {"count": count})
        return data

    def chosen(self) -> list[Value]:
        """What she chose, the listed ones first."""
        return [*self.cleaned_data["values"], *({"own": one} for one in self.cleaned_data["own"])]


STYLE_FIELDS: Mapping[str, tuple[Any, Any]] = {
    "channels": (_("Waar ben je bereikbaar?"), _("Bijvoorbeeld: liever mail dan app, bellen op afspraak.")),
    "response_time": (_("Hoe snel antwoord je?"), _("Bijvoorbeeld: binnen één werkdag.")),
    "working_hours": (_("Wanneer werk je?"), _("Bijvoorbeeld: maandag tot en met donderdag, van negen tot vier.")),
}


class PartForm(forms.Form):
    """One part of the profile; its fields follow from the part. Everything may stay empty."""

    def __init__(self, *args: Any, part: PartPage, profile: Profile, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in PARTS[part.id]:
            self.fields[name] = _field_of(name, part)
        self.initial = {name: getattr(profile, name) for name in self.fields}
        if "hourly_rate" in self.initial:
            self.initial["hourly_rate"] = str(self.initial["hourly_rate"]).replace(".", ",")

    def texts(self) -> dict[str, str]:
        """What she wrote, each as text."""
        return {name: "" if value is None else str(value) for name, value in self.cleaned_data.items()}


def _field_of(name: str, part: PartPage) -> forms.Field:
    if name == "hourly_rate":
        return LocalDecimalField(
            label=_("Je uurtarief in euro’s"),
            help_text=_("Zonder btw, bijvoorbeeld 62,50."),
            required=False,
            max_value=Decimal(100_000),
        )
    if name == "rates":
        return words(_("Hoe zeg je het zelf?"), part.hint)
    if name in STYLE_FIELDS:
        label, hint = STYLE_FIELDS[name]
        return words(label, hint, rows=2, most=1000)
    return words(part.question, part.hint)
