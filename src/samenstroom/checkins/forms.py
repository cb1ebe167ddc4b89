"""Forms of a check-in; parsed the same for every door."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samenstroom.collaborations.forms import DayField
from samenstroom.rules.dimensions import FLOW, Dimension
from samenstroom.rules.rounds import RHYTHMS

from .models import Answer, Repair

STEPS = [(str(step), str(step)) for step in range(1, 6)]
CANNOT_SAY = "none"
WORDS_MAX = 2000


def step_field(label: str, *, required: bool) -> forms.ChoiceField:
    """One of five steps, or "kan ik niet zeggen", which is stored as missing."""
    return forms.ChoiceField(
        label=label,
        choices=[*STEPS, (CANNOT_SAY, _("Kan ik niet zeggen"))],
        required=required,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies hoe het stroomt. Weet je het niet? Kies dan ‘Kan ik niet zeggen’."),
            "invalid_choice": _("Kies een van de antwoorden."),
        },
    )


def as_value(answer: str) -> int | None:
    """1..5, or None for "kan ik niet zeggen" and for what was left open."""
    return int(answer) if answer in {"1", "2", "3", "4", "5"} else None


def as_choice(values: dict[str, int | None], item: str) -> str:
    """The stored value as the form shows it again."""
    if item not in values:
        return ""
    value = values[item]
    return CANNOT_SAY if value is None else str(value)


class FlowForm(forms.Form):
    """Step 1: stroomt het? Every third round also what the other will say."""

    def __init__(self, *args: Any, with_guess: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["flow"] = step_field(str(_("Stroomt het?")), required=True)
        if with_guess:
            self.fields["guess"] = step_field(str(_("Wat denk je dat de ander zegt?")), required=False)

    def values(self) -> dict[str, int | None]:
        return {FLOW: as_value(self.cleaned_data["flow"])}

    def guess(self) -> int | None:
        return as_value(self.cleaned_data.get("guess", ""))


class SevenForm(forms.Form):
    """Step 2: the seven, one tap each. Left open is fine and counts as missing."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for dimension in Dimension:
            self.fields[dimension.value] = step_field(dimension.value, required=False)

    def values(self) -> dict[str, int | None]:
        return {d.value: as_value(self.cleaned_data[d.value]) for d in Dimension}


class WordsForm(forms.Form):
    """Step 3: an appreciation, something to bring up, and what happens with that."""

    appreciation = forms.CharField(
        required=False,
        max_length=WORDS_MAX,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"max_length": _("Dit is wat lang. Maak er maximaal 2000 tekens van.")},
    )
    remark = forms.CharField(
        required=False,
        max_length=WORDS_MAX,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"max_length": _("Dit is wat lang. Maak er maximaal 2000 tekens van.")},
    )
    remark_choice = forms.ChoiceField(
        required=False,
        choices=Answer.RaiseChoice.choices,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("Kies wat we met je inbreng doen.")},
    )

    def clean(self) -> dict[str, Any]:
        """A remark needs her choice: nothing is shared by default."""
        data = super().clean() or {}
        if data.get("remark") and not data.get("remark_choice"):
            self.add_error("remark_choice", _("Kies wat we met je inbreng doen."))
        return data


class OwnWordsForm(forms.Form):
    """The last step of a check-in with oneself."""

    remark = forms.CharField(
        required=False,
        max_length=WORDS_MAX,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": _("Dit is wat lang. Maak er maximaal 2000 tekens van.")},
    )


class RhythmForm(forms.Form):
    """How often."""

    weeks = forms.TypedChoiceField(
        label=_("Hoe vaak?"),
        coerce=int,
        choices=[
            (weeks, {1: _("Elke week"), 2: _("Elke twee weken"), 4: _("Elke vier weken")}[weeks]) for weeks in RHYTHMS
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies hoe vaak jullie kijken hoe het gaat.")},
    )


class RepairForm(forms.Form):
    """One small thing to agree on: what, who, and when to look back."""

    text = forms.CharField(
        label=_("Wat spreken jullie af?"),
        max_length=300,
        help_text=_("Eén zin, klein genoeg om te doen."),
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={
            "required": _("Schrijf in één zin wat jullie afspreken."),
            "max_length": _("Dit is wat lang. Maak er maximaal 300 tekens van."),
        },
    )
    owner = forms.ChoiceField(
        label=_("Wie doet het?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wie dit doet.")},
    )
    look_back_on = DayField(label=_("Wanneer kijken jullie terug?"))

    def __init__(self, *args: Any, today: date, theirs: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["owner"].choices = [("both", _("Wij allebei")), ("me", _("Ik")), ("other", theirs)]  # type: ignore[attr-defined]
        self.fields["look_back_on"].initial = today + timedelta(weeks=4)

    def clean_look_back_on(self) -> date:
        day: date = self.cleaned_data["look_back_on"]
        if day <= self.today:
            raise forms.ValidationError(_("Kies een datum na vandaag."))
        if day > self.today + timedelta(days=366):
            raise forms.ValidationError(_("Kies een datum binnen een jaar."))
        return day


class LookBackForm(forms.Form):
    """Did it help?"""

    helped = forms.ChoiceField(
        label=_("Hielp het?"),
        choices=Repair.Helped.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies een van de drie antwoorden.")},
    )


class CarryingOnForm(forms.Form):
    """Would I go on? Private."""

    step = forms.ChoiceField(
        choices=[*STEPS, (CANNOT_SAY, _("Dat zeg ik nu liever niet"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat het dichtst bij je gevoel ligt.")},
    )

    def value(self) -> int | None:
        return as_value(self.cleaned_data["step"])
