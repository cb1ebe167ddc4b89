"""The readiness test: ten choices, and then, if she wants, a few words to send along."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samenstroom.collaborations.forms import StartForm
from samenstroom.exploring.wording.readiness import choices_of, questions

CHOOSE = _("Kies wat het dichtst bij je ligt. Weet je het niet? Dat mag je ook kiezen.")


class ReadinessForm(forms.Form):
    """Ten questions, one choice each. With `is_hidden` the choices travel along unseen, and are judged again."""

    def __init__(self, *args: Any, is_hidden: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for question in questions():
            self.fields[question["id"]] = forms.ChoiceField(
                label=question["question"],
                choices=choices_of(question),
                widget=forms.HiddenInput if is_hidden else forms.RadioSelect,
                error_messages={"invalid_choice": CHOOSE},
            )

    def chosen(self) -> dict[str, str]:
        """Question id to choice, in the order of the test."""
        return {name: str(self.cleaned_data[name]) for name in self.fields}


class SendReadinessForm(forms.Form):
    """Who she is and what she wants to say with it. `once` belongs to this form; `website` is a trap for machines."""

    name = forms.CharField(
        label=_("Je naam"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={
            "required": _("Vul je naam in, dan is duidelijk van wie dit is."),
            "max_length": _("Dit is wat lang. Maak er maximaal 80 tekens van."),
        },
    )
    contact = forms.CharField(
        label=_("Hoe ben je te bereiken?"),
        required=False,
        max_length=200,
        help_text=_("Een e-mailadres of een telefoonnummer."),
        widget=forms.TextInput(attrs={"autocomplete": "email"}),
        error_messages={"max_length": _("Dit is wat lang. Maak er maximaal 200 tekens van.")},
    )
    words = forms.CharField(
        label=_("Wil je er iets bij zeggen?"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"max_length": _("Dit is wat lang. Maak er maximaal 2000 tekens van.")},
    )
    website = forms.CharField(required=False, widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}))
    once = forms.CharField(max_length=64, widget=forms.HiddenInput)

    @property
    def is_trapped(self) -> bool:
        """Whether a machine filled in what no person sees."""
        return bool(self.cleaned_data.get("website"))


class BeginForm(StartForm):
    """A collaboration that begins with a test: in stage explore, and how they met is known."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["stage"], self.fields["origin"]
