"""Deciding in calm steps, and looking back on it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from samenstroom.collaborations.forms import DayField
from samenstroom.exploring.models import Decision
from samenstroom.exploring.weighed import Weighed
from samenstroom.exploring.wording.decisions import choice_words, outcome_words, percent_words, place_words
from samenstroom.rules.decisions import (
    ESTIMATES,
    KEEP_MONTHS,
    LOOK_BACK_MONTHS,
    LOOK_BACK_WITHIN,
    Choice,
    months_after,
    needs_estimate,
)

LONG = 2000
TOO_LONG = _("Dit is wat lang. Maak er maximaal 2000 tekens van.")


def words(label: Any, hint: Any = "", *, required: bool = False, rows: int = 3) -> forms.CharField:
    """A field for her own words."""
    return forms.CharField(
        label=label,
        help_text=hint,
        required=required,
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"max_length": TOO_LONG, "required": _("Schrijf hier iets, al is het één zin.")},
    )


class LookForm(forms.Form):
    """Everything lies side by side; what does she feel now?"""

    feeling = words(_("Wat voel je nu, in je eigen woorden?"), _("Lees rustig terug. Schrijf dan wat er opkomt."))


class ChoiceForm(forms.Form):
    """What does she decide?"""

    choice = forms.ChoiceField(
        label=_("Wat besluit je?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies één van de vier."), "invalid_choice": _("Kies één van de vier.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choices(self, "choice", [(choice.value, told[0]) for choice, told in choice_words().items()])

    def hints(self) -> dict[str, str]:
        """The line under each choice."""
        return {choice.value: told[1] for choice, told in choice_words().items()}


class WhyForm(forms.Form):
    """Why, and which worries she keeps in sight."""

    why = words(_("Waarom? Eén zin is genoeg."), _("Over een tijd lees je dit terug."), required=True, rows=2)
    picked = forms.MultipleChoiceField(
        label=_("Wat wil je in het oog houden?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    own = words(_("Wat nog meer?"), _("Eén zorg per regel."))

    def __init__(self, *args: Any, lines: Sequence[Weighed], decision: Decision, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kept = [dict(one) for one in decision.worries]
        offered = [{"text": one.text, "source": one.source} for one in lines]
        offered += [one for one in kept if one["source"] and one not in offered]
        self.offered = {_mark(one): one for one in offered}
        _choices(self, "picked", [(mark, one["text"]) for mark, one in self.offered.items()])
        self.initial = {
            "why": decision.why,
            "picked": [_mark(one) for one in kept if one["source"]],
            "own": "\n".join(one["text"] for one in kept if not one["source"]),
        }

    def hints(self) -> dict[str, str]:
        """Where each line comes from."""
        return {mark: one["source"] for mark, one in self.offered.items()}

    def worries(self) -> list[Mapping[str, str]]:
        """What she ticked, then her own, one per line; the same words once."""
        picked = [self.offered[mark] for mark in self.cleaned_data["picked"]]
        lines = dict.fromkeys(line.strip() for line in self.cleaned_data["own"].splitlines() if line.strip())
        return [*picked, *({"text": line, "source": ""} for line in lines)]


def _mark(line: Mapping[str, str]) -> str:
    """A name for a line that stays the same while other lines come and go."""
    return hashlib.sha256(f"{line['source']}\n{line['text']}".encode()).hexdigest()[:16]


class EstimateForm(forms.Form):
    """An honest estimate, and the day to look back."""

    percent = forms.TypedChoiceField(
        label=_("Hoe waarschijnlijk is het dat jullie hier over zes maanden allebei blij mee zijn?"),
        help_text=_("Eerlijk helpt je meer dan hoopvol. Je ziet dit terug als je terugkijkt."),
        coerce=int,
        empty_value=None,
        required=False,
        error_messages={"required": _("Kies hoe waarschijnlijk het is. Een gok is goed.")},
    )
    look_back_on = DayField(label=_("Wanneer kijk je terug?"), help_text=_("Dan vragen we je wat ervan kwam."))

    def __init__(self, *args: Any, decision: Decision, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["percent"].required = needs_estimate(Choice(decision.choice))
        steps = [(str(step), percent_words(step)) for step in ESTIMATES]
        _choices(self, "percent", [("", _("Kies een stap")), *steps])
        self.initial = {
            "percent": "" if decision.percent is None else str(decision.percent),
            "look_back_on": decision.look_back_on or months_after(today, LOOK_BACK_MONTHS),
        }

    def clean_look_back_on(self) -> date:
        day: date = self.cleaned_data["look_back_on"]
        if day <= self.today:
            raise forms.ValidationError(_("Kies een datum na vandaag."))
        if day > months_after(self.today, LOOK_BACK_WITHIN):
            raise forms.ValidationError(_("Kies een datum binnen twee jaar."))
        return day


class ShareWorryForm(forms.Form):
    """The exact text that the other will read, and where it comes back."""

    text = words(_("Dit gaat de ander lezen"), required=True, rows=4)
    place = forms.ChoiceField(
        label=_("Waar bespreken jullie dit?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies waar jullie het bespreken.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choices(self, "place", list(place_words().items()))


class LookBackForm(forms.Form):
    """What came of it, and one lesson."""

    outcome = forms.ChoiceField(
        widget=forms.RadioSelect, error_messages={"required": _("Kies wat het dichtst in de buurt komt.")}
    )
    lesson = forms.CharField(
        label=_("Wat leerde je, in één zin?"),
        help_text=_("Je leest deze zin terug als iets erop lijkt. Laat namen liever weg."),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"max_length": _("Dit is wat lang. Maak er maximaal 300 tekens van.")},
    )

    def __init__(self, *args: Any, choice: Choice, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choices(self, "outcome", [(outcome.value, told) for outcome, told in outcome_words(choice).items()])


class KeepForm(forms.Form):
    """How long the exploration is kept after a no."""

    months = forms.TypedChoiceField(
        label=_("Hoe lang bewaar je deze verkenning?"),
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies hoe lang.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        told = [(str(n), ngettext("%(n)s maand", "%(n)s maanden", n) % {"n": n}) for n in KEEP_MONTHS]
        _choices(self, "months", told)


def _choices(form: forms.Form, name: str, choices: Sequence[tuple[str, Any]]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = choices
