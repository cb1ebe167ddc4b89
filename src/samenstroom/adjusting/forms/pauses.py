"""Proposing a pause; parsed the same for every door."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samenstroom.adjusting.actions.pauses import PauseTerms
from samenstroom.adjusting.forms.attempts import SHORT, words
from samenstroom.adjusting.models import Pause
from samenstroom.adjusting.wording.attempts import repair_texts
from samenstroom.collaborations.forms import DayField

BEGIN: dict[str, dict[str, Any]] = {"rekening": {"still": ["work"], "reason": "bill"}}
"""What a form begins with when she comes from somewhere: the work stands still, talking goes on."""

BACK, AHEAD = timedelta(days=31), timedelta(days=366)


class PauseForm(forms.Form):
    """From, until or open with a day to look again, and what stands still meanwhile."""

    starts_on = DayField(label=_("Vanaf welke dag?"))
    resumes_on = DayField(
        label=_("Tot welke dag?"),
        required=False,
        help_text=_("Op die dag gaan jullie weer verder. Nog niet bekend? Laat dit leeg."),
    )
    look_again_on = DayField(
        label=_("Wanneer kijken jullie er opnieuw naar?"),
        required=False,
        help_text=_("Alleen nodig als je nog geen einde weet."),
    )
    still = forms.MultipleChoiceField(
        label=_("Wat staat er zolang stil?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies wat er stilstaat, al is het één ding.")},
    )
    words = words(_("Wil je er iets bij zeggen?"), SHORT, hint=_("Bijvoorbeeld wat er nog wel doorgaat."), rows=2)
    reason = forms.ChoiceField(
        label=_("Waarom?"),
        required=False,
        widget=forms.RadioSelect,
        help_text=_("Mag leeg blijven. Een pauze is niemands fout."),
    )

    def __init__(self, *args: Any, today: date, pause: Pause | None, because: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today, texts = today, repair_texts()
        self.hints = {one["id"]: one["hint"] for one in texts["still"]}
        self._choices("still", [(one["id"], one["label"]) for one in texts["still"]])
        self._choices(
            "reason", [("", _("Zeg ik liever niet")), *((one["id"], one["label"]) for one in texts["reasons"])]
        )
        names = ("starts_on", "resumes_on", "look_again_on", "still", "words", "reason")
        lies_there = {name: getattr(pause, name) for name in names} if pause else {}
        self.initial = {"starts_on": today, "still": ["checkins", "work"], "reason": ""} | BEGIN.get(because, {})
        self.initial |= lies_there

    def _choices(self, name: str, choices: list[tuple[str, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def clean_starts_on(self) -> date:
        day: date = self.cleaned_data["starts_on"]
        if day < self.today - BACK:
            raise forms.ValidationError(_("Kies een dag van de laatste maand, of een dag die nog komt."))
        if day > self.today + AHEAD:
            raise forms.ValidationError(_("Kies een datum binnen een jaar."))
        return day

    def clean(self) -> dict[str, Any]:
        """The end comes after the start; without an end there is a day to look at it again."""
        data = super().clean() or {}
        starts_on, resumes_on, look = (data.get(name) for name in ("starts_on", "resumes_on", "look_again_on"))
        if resumes_on:
            self._check_end(starts_on, resumes_on)
        elif "resumes_on" not in self.errors and "look_again_on" not in self.errors:
            self._check_look(starts_on, look)
        return data

    def _check_end(self, starts_on: date | None, resumes_on: date) -> None:
        if starts_on and resumes_on <= starts_on:
            self.add_error("resumes_on", _("Kies een dag na het begin van de pauze."))
        elif resumes_on <= self.today:
            self.add_error("resumes_on", _("Kies een datum na vandaag."))
        elif starts_on and resumes_on > starts_on + AHEAD:
            self.add_error("resumes_on", _("Kies een einde binnen een jaar."))

    def _check_look(self, starts_on: date | None, look: date | None) -> None:
        if look is None:
            self.add_error("look_again_on", _("Kies een einde, of een dag waarop jullie er opnieuw naar kijken."))
        elif look <= max(starts_on or self.today, self.today):
            self.add_error("look_again_on", _("Kies een dag na vandaag en na het begin van de pauze."))
        elif look > self.today + 2 * AHEAD:
            self.add_error("look_again_on", _("Kies een datum binnen een jaar."))

    def terms(self) -> PauseTerms:
        """The pause as it is kept; a day to look again belongs to an open end only."""
        data = self.cleaned_data
        return PauseTerms(
            starts_on=data["starts_on"],
            resumes_on=data["resumes_on"],
            look_again_on=None if data["resumes_on"] else data["look_again_on"],
            still=data["still"],
            words=data["words"],
            reason=data["reason"],
        )
