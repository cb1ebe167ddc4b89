"""Around the steps of a farewell: the letter, telling it, sharing it, the talk, and how it ended."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samenstroom.collaborations.forms import DayField
from samenstroom.farewell.wording.farewells import farewell_texts
from samenstroom.farewell.wording.goodbye_letters import letter_texts

LETTER, LONG, SENTENCE = 6000, 2000, 300
TOO_LONG = _("Dit is wat lang. Maak er maximaal 2000 tekens van.")


def _choices(form: forms.Form, name: str, choices: list[tuple[str, Any]]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = choices


def _not_ahead(day: date, today: date) -> date:
    if day > today:
        raise forms.ValidationError(_("Kies vandaag of een dag die al geweest is."))
    return day


class LetterForm(forms.Form):
    """The whole letter, hers to change."""

    text = forms.CharField(
        label=_("Je bericht"),
        max_length=LETTER,
        widget=forms.Textarea(attrs={"rows": 18, "spellcheck": "true"}),
        error_messages={
            "required": _("Schrijf hier je bericht, of maak het opnieuw uit je zinnen."),
            "max_length": _("Dit is wat lang. Maak er maximaal 6000 tekens van."),
        },
    )


class StyleForm(forms.Form):
    """Which tone, and how long."""

    tone = forms.ChoiceField(label=_("Toon"), widget=forms.RadioSelect)
    length = forms.ChoiceField(label=_("Lengte"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, group in (("tone", "tones"), ("length", "lengths")):
            _choices(self, name, [(one["id"], one["label"]) for one in letter_texts()[group]])


class ToldForm(forms.Form):
    """That she told it: when, and by which way."""

    told_on = DayField(label=_("Wanneer heb je het verteld?"))
    told_by = forms.ChoiceField(label=_("Hoe?"), required=False, widget=forms.RadioSelect)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["told_on"].initial = self.fields["told_on"].initial or today
        _choices(self, "told_by", [(one["id"], one["label"]) for one in channels()])

    def clean_told_on(self) -> date:
        return _not_ahead(self.cleaned_data["told_on"], self.today)


def channels() -> list[Any]:
    """The ways to tell it, as the plan asks them."""
    plan = next(one for one in farewell_texts()["steps"] if one["id"] == "vertellen")
    return [one for page in plan["pages"] for q in page["questions"] if q["id"] == "channel" for one in q["options"]]


class AnnounceForm(forms.Form):
    """What the other will read when the end goes on record."""

    last_on = DayField(
        label=_("De laatste dag"),
        required=False,
        help_text=_("Weet je hem nog niet? Dan blijft hij open, en spreken jullie hem samen af."),
    )
    words = forms.CharField(
        label=_("Jouw woorden"),
        required=False,
        max_length=LONG,
        help_text=_("Mag leeg blijven."),
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"max_length": TOO_LONG},
    )


class HeldForm(forms.Form):
    """What came of the talk."""

    held_on = DayField(label=_("Wanneer spraken jullie elkaar?"))
    agreed = forms.CharField(
        label=_("Wat spraken jullie af?"),
        required=False,
        max_length=LONG,
        help_text=_("In jouw woorden. Het blijft van jou, tot je het deelt."),
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"max_length": TOO_LONG},
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_held_on(self) -> date:
        return _not_ahead(self.cleaned_data["held_on"], self.today)


class ShareTalkForm(forms.Form):
    """The exact text that the other will read."""

    text = forms.CharField(
        label=_("Dit gaat de ander lezen"),
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"max_length": TOO_LONG, "required": _("Schrijf hier iets, al is het één zin.")},
    )


class LessonForm(forms.Form):
    """How it ended, and one lesson."""

    outcome = forms.ChoiceField(
        label=_("Welk woord past erbij?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies een woord dat past."), "invalid_choice": _("Kies een woord dat past.")},
    )
    lesson = forms.CharField(
        label=_("Wat leerde je, in één zin?"),
        required=False,
        max_length=SENTENCE,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"max_length": _("Houd het kort: maximaal 300 tekens.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choices(self, "outcome", [(one["id"], one["label"]) for one in farewell_texts()["lesson"]["outcomes"]])
