"""Preparing a talk in four calm steps, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samenstroom.adjusting.models import Talk
from samenstroom.collaborations.forms import DayField

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


class SubjectForm(forms.Form):
    """What it is about, in a few words."""

    subject = forms.CharField(
        label=_("Waar wil je het over hebben?"),
        max_length=120,
        help_text=_("Een paar woorden. Alleen jij ziet dit."),
        error_messages={"required": _("Schrijf in een paar woorden waar het over gaat.")},
    )


class FactsForm(forms.Form):
    """Step 1: what can be seen. Picked from what was noted, and in her own words."""

    picked = forms.MultipleChoiceField(
        label=_("Welke feiten neem je mee?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    own = words(
        _("Wat zag je nog meer?"), _("Eén feit per regel, met een datum als je die weet. Wat is er te zien?"), rows=4
    )

    def __init__(self, *args: Any, offered: Sequence[str], chosen: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = list(offered)
        field = self.fields["picked"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(str(number), text) for number, text in enumerate(self.offered)]
        self.initial = {
            "picked": [str(number) for number, text in enumerate(self.offered) if text in chosen],
            "own": "\n".join(text for text in chosen if text not in self.offered),
        }

    def facts(self) -> list[str]:
        """The sentences she takes along, in the order of the list, then her own."""
        picked = [self.offered[int(number)] for number in self.cleaned_data["picked"]]
        return picked + [line.strip() for line in self.cleaned_data["own"].splitlines() if line.strip()]


class EffectForm(forms.Form):
    """Step 2: what it does to her and what she needs."""

    effect = words(_("Wat doet het met je?"), _("Begin met ‘ik’. Een gevoel of een gevolg, geen verwijt."))
    need = words(_("Wat heb je nodig?"), _("Wat zou het voor jou lichter maken?"))


class RequestForm(forms.Form):
    """Step 3: what she asks and what she offers."""

    request = words(_("Wat vraag je?"), _("Klein en te doen. Iets waar de ander ja of nee op kan zeggen."))
    offer = words(_("Wat kun je zelf aanbieden?"), _("Iets wat jij anders kunt doen."))


class OpeningForm(forms.Form):
    """Step 4: the first sentence, how and when."""

    opening = words(_("Je eerste zin"), _("Begin met wat goed is. Daarna: één ding wil ik bespreken."))
    channel = forms.ChoiceField(
        label=_("Hoe voer je dit gesprek?"), required=False, choices=Talk.Channel.choices, widget=forms.RadioSelect
    )
    planned_on = DayField(label=_("Wanneer?"), required=False)


class HeldForm(forms.Form):
    """What came of it."""

    held_on = DayField(label=_("Wanneer spraken jullie elkaar?"))
    agreed = words(_("Wat spraken jullie af?"), _("In jouw woorden. Het blijft van jou, tot je het deelt."))
    look_back_on = DayField(label=_("Wanneer wil je terugkijken?"), required=False)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["held_on"].initial = today
        self.fields["look_back_on"].initial = today + timedelta(weeks=3)

    def clean_held_on(self) -> date:
        day: date = self.cleaned_data["held_on"]
        if day > self.today:
            raise forms.ValidationError(_("Kies vandaag of een dag die al geweest is."))
        return day

    def clean_look_back_on(self) -> date | None:
        day: date | None = self.cleaned_data["look_back_on"]
        if day and day <= self.today:
            raise forms.ValidationError(_("Kies een datum na vandaag."))
        return day


class ShareTextForm(forms.Form):
    """The exact text that the other will read."""

    text = words(_("Dit gaat de ander lezen"), required=True, rows=4)


class TalkLookBackForm(forms.Form):
    """Did it help?"""

    helped = forms.ChoiceField(
        label=_("Hielp het gesprek?"),
        choices=Talk.Helped.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies een van de drie antwoorden.")},
    )
