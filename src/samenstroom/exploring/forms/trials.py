"""Proposing a trial project and looking back on it; parsed the same for every door."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from samenstroom.collaborations.forms import DayField
from samenstroom.exploring.actions.trials import Terms
from samenstroom.exploring.models import Trial
from samenstroom.kit.language import language
from samenstroom.kit.numbers import LocalDecimalField, as_typed
from samenstroom.rules.trials import Pay

QUESTIONS = 3
STEPS = [(str(step), str(step)) for step in range(1, 6)]
CANNOT_SAY = "none"


def _words(label: Any, limit: int, *, hint: Any = "", required: bool = False, rows: int = 3) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        required=required,
        max_length=limit,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={
            "required": _("Schrijf hier iets, al is het één zin."),
            "max_length": _("Dit is wat lang. Maak er maximaal %(n)s tekens van.") % {"n": limit},
        },
    )


class TrialForm(forms.Form):
    """What, when, for how much, and what both want to find out."""

    scope = _words(
        _("Wat gaan jullie doen?"), 1000, required=True, hint=_("Klein en af te ronden. Wat ligt er als het klaar is?")
    )
    starts_on = DayField(label=_("Vanaf welke dag?"))
    ends_on = DayField(label=_("Tot en met welke dag?"))
    pay = forms.ChoiceField(
        label=_("Hoe wordt het betaald?"),
        choices=[(Pay.PRICE, _("Een vast bedrag")), (Pay.HOURS, _("Per uur")), (Pay.UNPAID, _("Onbetaald"))],
        initial=Pay.PRICE.value,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies hoe het betaald wordt."),
            "invalid_choice": _("Kies hoe het betaald wordt."),
        },
    )
    price = LocalDecimalField(
        label=_("Welk bedrag?"),
        required=False,
        max_value=Decimal(9_999_999),
        help_text=_("In euro, bij een vast bedrag."),
    )
    hours = LocalDecimalField(
        label=_("Hoeveel uur?"), required=False, max_value=Decimal(10_000), help_text=_("Bij betaling per uur.")
    )
    rate = LocalDecimalField(
        label=_("Welk bedrag per uur?"), required=False, max_value=Decimal(99_999), help_text=_("In euro.")
    )

    def __init__(self, *args: Any, today: date, trial: Trial | None, examples: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial = _initial(trial, today)
        self.today = today
        hints = [*examples, "", "", ""]
        labels = (_("Wat willen jullie te weten komen?"), _("Nog iets?"), _("En nog iets?"))
        for number, label in enumerate(labels):
            hint = _("Bijvoorbeeld: %(example)s") % {"example": hints[number]} if hints[number] else ""
            self.fields[f"question_{number}"] = _words(label, 300, hint=hint, required=number == 0, rows=2)

    def clean_ends_on(self) -> date:
        day: date = self.cleaned_data["ends_on"]
        if day < self.today:
            raise forms.ValidationError(_("Kies vandaag of een dag die nog komt."))
        return day

    def clean(self) -> dict[str, Any]:
        """The end comes after the start, and what is chosen about pay is filled in."""
        data = super().clean() or {}
        starts_on, ends_on = data.get("starts_on"), data.get("ends_on")
        if starts_on and ends_on and ends_on < starts_on:
            self.add_error("ends_on", _("Het einde ligt voor het begin. Klopt dat?"))
        elif starts_on and ends_on and ends_on - starts_on > timedelta(days=366):
            self.add_error("ends_on", _("Kies een einde binnen een jaar. Een proefproject is klein."))
        needed = {Pay.PRICE.value: ["price"], Pay.HOURS.value: ["hours", "rate"]}.get(data.get("pay", ""), [])
        for name in needed:
            if not data.get(name) and name not in self.errors:
                self.fields[name].required = True  # The page says no longer that it may stay open.
                self.add_error(name, _("Vul dit nog in, bijvoorbeeld 250."))
        return data

    def terms(self) -> Terms:
        """The proposal as it is kept: only the amounts that belong to how it is paid."""
        data = self.cleaned_data
        kept = {Pay.PRICE.value: ("price",), Pay.HOURS.value: ("hours", "rate")}.get(data["pay"], ())
        amounts = {name: str(data[name]) if name in kept else "" for name in ("price", "hours", "rate")}
        questions = [data[f"question_{number}"] for number in range(QUESTIONS)]
        return Terms(
            scope=data["scope"], starts_on=data["starts_on"], ends_on=data["ends_on"], pay=data["pay"],
            questions=[one for one in questions if one], **amounts,
        )  # fmt: skip


def _initial(trial: Trial | None, today: date) -> dict[str, Any]:
    if trial is None:
        return {"starts_on": today, "ends_on": today + timedelta(days=14), "pay": Pay.PRICE.value}
    same = {name: getattr(trial, name) for name in ("scope", "starts_on", "ends_on", "pay")}
    amounts = {"price": trial.price, "hours": trial.hours, "rate": trial.rate}
    typed = {name: as_typed(Decimal(text), language()) if text else "" for name, text in amounts.items()}
    return same | typed | {f"question_{number}": text for number, text in enumerate(trial.questions)}


class FoundForm(forms.Form):
    """Step 1 of looking back: what both wanted to find out."""

    def __init__(self, *args: Any, questions: Sequence[str], kept: Mapping[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial = {f"found_{number}": text for number, text in enumerate(kept.get("found", []))}
        for number, question in enumerate(questions):
            self.fields[f"found_{number}"] = _words(question, 2000)

    def answers(self) -> dict[str, Any]:
        """What was found out, in the order of the questions."""
        return {"found": [self.cleaned_data[name] for name in self.fields]}


class ThemesForm(forms.Form):
    """Step 2: five steps per theme, and words."""

    words = _words("", 2000)

    def __init__(
        self, *args: Any, texts: Mapping[str, Any], steps: Sequence[str], kept: Mapping[str, Any], **kwargs: Any
    ) -> None:
        said = {theme: str(step) for theme, step in kept.get("themes", {}).items()}
        super().__init__(*args, **kwargs)
        self.initial = {**said, "words": kept.get("themes_words", "")}
        self.themes = texts["themes"]
        for theme in self.themes:
            self.fields[theme["id"]] = forms.ChoiceField(
                label=theme["label"],
                choices=[*zip("12345", steps, strict=True), (CANNOT_SAY, _("Kan ik niet zeggen"))],
                required=False,
                widget=forms.RadioSelect,
            )
        self.fields["words"].label = texts["themes_words"]

    def rows(self) -> list[tuple[BoundField, str]]:
        """Each theme with what it means."""
        return [(self[theme["id"]], theme["hint"]) for theme in self.themes]

    def answers(self) -> dict[str, Any]:
        """The steps that were given; what was left open or cannot be said is not in it."""
        given = {theme["id"]: self.cleaned_data[theme["id"]] for theme in self.themes}
        steps = {theme: int(step) for theme, step in given.items() if step in set("12345")}
        return {"themes": steps, "themes_words": self.cleaned_data["words"]}


class GoOnForm(forms.Form):
    """Step 3: would she go on?"""

    go_on = forms.ChoiceField(required=False, widget=forms.RadioSelect)
    words = _words("", 2000)

    def __init__(self, *args: Any, texts: Mapping[str, Any], kept: Mapping[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial = {"go_on": kept.get("go_on", ""), "words": kept.get("go_on_words", "")}
        field = self.fields["go_on"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [*((one["id"], one["label"]) for one in texts["go_on"]), ("", _("Laat ik open"))]
        field.label, field.help_text = texts["go_on_question"], texts["go_on_hint"]
        self.fields["words"].label = texts["go_on_words"]

    def answers(self) -> dict[str, Any]:
        """What she would do, with her words."""
        return {"go_on": self.cleaned_data["go_on"], "go_on_words": self.cleaned_data["words"]}
