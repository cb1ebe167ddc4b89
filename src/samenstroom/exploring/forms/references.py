"""Asking a referee, and the questions she answers; parsed the same behind the link and by who notes them herself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

WORDS_MAX = 2000


class AskReferenceForm(forms.Form):
    """Whom she asks, and a sentence of her own for the referee."""

    referee = forms.CharField(
        label=_("Wie vraag je?"),
        max_length=80,
        help_text=_("Voor- en achternaam."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": _("Vul de naam in van wie je iets wilt vragen."),
            "max_length": _("Dit is wat lang. Maak er maximaal 80 tekens van."),
        },
    )
    relation = forms.CharField(
        label=_("Waar ken je deze persoon van?"),
        required=False,
        max_length=200,
        help_text=_("Alleen voor jezelf."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"max_length": _("Dit is wat lang. Maak er maximaal 200 tekens van.")},
    )
    words = forms.CharField(
        label=_("Een zin van jou erbij"),
        required=False,
        max_length=600,
        help_text=_("Wie je vraagt, leest deze zin boven de vragen."),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": _("Dit is wat lang. Maak er maximaal 600 tekens van.")},
    )


class ReferenceForm(forms.Form):
    """A few questions. Each has a choice, words, or both; each may be skipped."""

    def __init__(self, *args: Any, questions: Sequence[Mapping[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = questions
        for one in questions:
            if one["choices"]:
                self.fields[f"{one['id']}-choice"] = _choice_field(one)
            self.fields[f"{one['id']}-words"] = _words_field(one)

    @staticmethod
    def initial_of(said: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
        """What was kept, as the form shows it again."""
        return {f"{question}-{part}": text for question, one in said.items() for part, text in one.items()}

    def said(self) -> dict[str, dict[str, str]]:
        """Question -> choice and words, as they were filled in."""
        data = self.cleaned_data
        return {
            one["id"]: {part: data.get(f"{one['id']}-{part}", "") for part in ("choice", "words")}
            for one in self.questions
        }

    def parts(self) -> list[list[BoundField]]:
        """The fields of each question together."""
        names = [[f"{one['id']}-choice", f"{one['id']}-words"] for one in self.questions]
        return [[self[name] for name in group if name in self.fields] for group in names]


def _choice_field(question: Mapping[str, Any]) -> forms.ChoiceField:
    choices = [(one["id"], one["label"]) for one in question["choices"]]
    return forms.ChoiceField(
        label=question["question"],
        required=False,
        initial="",
        choices=[*choices, ("", _("Sla ik over"))],
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("Kies een van de antwoorden, of sla deze vraag over.")},
    )


def _words_field(question: Mapping[str, Any]) -> forms.CharField:
    """Words with a choice, or words alone: then the question is their label."""
    return forms.CharField(
        label=_("In je eigen woorden") if question["choices"] else question["question"],
        help_text=question["hint"],
        required=False,
        max_length=WORDS_MAX,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"max_length": _("Dit is wat lang. Maak er maximaal 2000 tekens van.")},
    )
