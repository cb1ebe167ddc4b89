"""Forms about a collaboration; parsed the same for every door."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samenstroom.kit.numbers import LocalDecimalField
from samenstroom.rules.life_cycle import Stage
from samenstroom.rules.visibility import Circle

from .models import LineAnswer
from .wording import kinds, label_of

NOTE_MAX = 2000
TOO_LONG = _("Dit is wat lang. Maak er maximaal 2000 tekens van.")


class DayField(forms.DateField):
    """A day, typed or picked: 2026-10-19 from a date picker, 19-10-2026 or 19/10/2026 by hand."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
        kwargs.setdefault("input_formats", ["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%d-%m-%y"])
        kwargs.setdefault(
            "error_messages",
            {
                "required": _("Vul een datum in, bijvoorbeeld 19-10-2026."),
                "invalid": _("Vul een datum in, bijvoorbeeld 19-10-2026."),
            },
        )
        super().__init__(**kwargs)


class StartForm(forms.Form):
    """A new collaboration in under a minute. Everything but the origin is shared once the other joins."""

    other_name = forms.CharField(
        label=_("Met wie?"),
        max_length=80,
        help_text=_("Voor- en achternaam, zoals jij haar of hem noemt."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Vul de naam van de ander in.")},
    )
    name = forms.CharField(
        label=_("Hoe heet deze samenwerking?"),
        max_length=120,
        help_text=_("Bijvoorbeeld de naam van het bedrijf of het project."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Geef de samenwerking een naam.")},
    )
    kind = forms.ChoiceField(label=_("Wat voor samenwerking?"), widget=forms.Select(attrs={"class": "select"}))
    country = forms.ChoiceField(label=_("In welk land?"), widget=forms.Select(attrs={"class": "select"}))
    stage = forms.ChoiceField(label=_("Waar staan jullie nu?"), widget=forms.Select(attrs={"class": "select"}))
    origin = forms.ChoiceField(
        label=_("Hoe kwamen jullie bij elkaar?"),
        required=False,
        widget=forms.Select(attrs={"class": "select"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = kinds()
        for field, group in (("kind", "kinds"), ("country", "countries"), ("stage", "stages")):
            self.fields[field].choices = [(one["id"], one["label"]) for one in words[group]]  # type: ignore[attr-defined]
        origins = [(one["id"], one["label"]) for one in words["origins"]]
        self.fields["origin"].choices = [("", _("Zeg ik liever niet")), *origins]  # type: ignore[attr-defined]


class StageForm(forms.Form):
    """Move the stage, shared or one's own."""

    stage = forms.ChoiceField(widget=forms.RadioSelect, error_messages={"required": _("Kies een fase.")})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["stage"].choices = [(s.value, label_of("stages", s.value)) for s in Stage]  # type: ignore[attr-defined]


class LineForm(forms.Form):
    """A dated line. Which fields it has follows from the kind of fact (content file)."""

    def __init__(
        self,
        *args: Any,
        fact: Mapping[str, Any],
        today: date,
        other_name: str,
        may_be_private: bool,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fact, self.today = fact, today
        if fact["about"] == "party":
            self.fields["about"] = _about_field(other_name)
        self.fields["happened_on"] = DayField(label=_("Wanneer was het?"), initial=today)
        for name in fact["fields"]:
            self.fields[name] = _FACT_FIELDS[name]()
        self.fields["note"] = forms.CharField(
            label=_("Een paar woorden"),
            required=bool(fact.get("needs_note")),
            max_length=NOTE_MAX,
            widget=forms.Textarea(attrs={"rows": 2}),
            error_messages={"max_length": TOO_LONG, "required": _("Schrijf op wat je wilt bewaren.")},
        )
        self.fields["circle"] = _circle_field(other_name, may_be_private)
        self.fields["circle"].initial = fact["default_circle"] if may_be_private else Circle.SHARED.value

    def clean_happened_on(self) -> date:
        day: date = self.cleaned_data["happened_on"]
        if day > self.today:
            raise forms.ValidationError(_("Kies vandaag of een dag die al geweest is."))
        if day < self.today - timedelta(days=366 * 40):
            raise forms.ValidationError(_("Dit is wel heel lang geleden. Klopt het jaar?"))
        return day

    def data_of_fact(self) -> dict[str, Any]:
        """The typed extras of this fact, ready for JSON; what was left open is not in it."""
        values = {name: self.cleaned_data.get(name) for name in self.fact["fields"]}
        return {name: _plain(value) for name, value in values.items() if value not in (None, "")}


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    return value


def _about_field(other_name: str) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("Over wie gaat het?"),
        choices=[("me", _("Over mij")), ("other", other_name)],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies over wie het gaat.")},
    )


def _circle_field(other_name: str, may_be_private: bool) -> forms.ChoiceField:
    choices = [(Circle.SHARED.value, _("Van ons samen"))]
    if may_be_private:
        choices.append((Circle.PRIVATE.value, _("Alleen voor mij")))
    return forms.ChoiceField(
        label=_("Wie ziet dit?"),
        choices=choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wie dit ziet.")},
    )


def _amount() -> forms.Field:
    return LocalDecimalField(label=_("Welk bedrag?"), required=False, max_value=Decimal("99999999"), places=2)


def _hours() -> forms.Field:
    return LocalDecimalField(label=_("Hoeveel uur?"), required=False, max_value=Decimal("10000"), places=2)


def _days() -> forms.Field:
    return forms.IntegerField(
        label=_("Hoeveel dagen?"),
        required=False,
        min_value=0,
        max_value=10000,
        error_messages={"invalid": _("Vul een heel getal in, bijvoorbeeld 3.")},
    )


def _percent() -> forms.Field:
    return forms.IntegerField(
        label=_("Welk deel, in procenten?"),
        required=False,
        min_value=1,
        max_value=100,
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value"), _("Vul een getal van 1 tot 100 in, bijvoorbeeld 60.")
        ),
    )


def _due_on() -> forms.Field:
    return DayField(label=_("Welke datum hoort erbij?"), required=False)


def _person_name() -> forms.Field:
    return forms.CharField(label=_("Om wie gaat het?"), required=False, max_length=80)


_FACT_FIELDS = {
    "amount": _amount, "hours": _hours, "days": _days, "due_on": _due_on, "person_name": _person_name,
    "percent": _percent,
}  # fmt: skip


class LineAnswerForm(forms.Form):
    """How I see a line of the other."""

    stance = forms.ChoiceField(
        label=_("Hoe zie jij het?"),
        choices=LineAnswer.Stance.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies hoe jij het ziet.")},
    )
    words = forms.CharField(
        label=_("In je eigen woorden"),
        required=False,
        max_length=NOTE_MAX,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"max_length": TOO_LONG},
    )


class ShareLineForm(forms.Form):
    """The exact text that the other will read."""

    note = forms.CharField(
        label=_("Dit gaat de ander lezen"),
        required=False,
        max_length=NOTE_MAX,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": TOO_LONG},
    )
