"""Letting a mentor in: her name and until when; what is shown; how the other is called; notes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from samenstroom.learning.actions.mentors import MONTHS, USUAL_MONTHS


def _months() -> list[tuple[str, str]]:
    return [
        (str(n), ngettext("%(n)s maand", "%(n)s maanden", n) % {"n": n} if n < 12 else _now("Een jaar")) for n in MONTHS
    ]


class MonthsForm(forms.Form):
    """For how long, counted from today."""

    months = forms.TypedChoiceField(
        label=_("Hoe lang?"),
        coerce=int,
        choices=_months,
        initial=str(USUAL_MONTHS),
        help_text=_("Je stopt eerder wanneer je wilt, en je verlengt wanneer je wilt."),
        error_messages={"required": _("Kies hoe lang."), "invalid_choice": _("Kies een van de genoemde termijnen.")},
    )


class InviteForm(MonthsForm):
    """Whom she lets in."""

    name = forms.CharField(
        label=_("Wie laat je meekijken?"),
        max_length=80,
        help_text=_("Voor- en achternaam van je mentor of coach."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": _("Vul de naam in van wie je laat meekijken."),
            "max_length": _("Dit is wat lang. Maak er maximaal 80 tekens van."),
        },
    )
    field_order = ("name", "months")


class ShowKindForm(forms.Form):
    """Whether what comes later is shown too."""

    reach = forms.ChoiceField(
        label=_("Wat laat je zien?"),
        widget=forms.RadioSelect,
        choices=[
            ("later", _("Wat er nu is, en ook wat er nog bij komt")),
            ("now", _("Alleen wat er nu is")),
        ],
        error_messages={
            "required": _("Kies of je ook laat zien wat er nog bij komt."),
            "invalid_choice": _("Kies een van de twee."),
        },
    )

    def __init__(self, *args: Any, goes_on: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["reach"]
        assert isinstance(field, forms.ChoiceField)
        if goes_on:
            field.choices = [("later", _("Wat er nu is, en ook wat er nog bij komt"))]


class CalledForm(forms.Form):
    """How the other is called for the mentor."""

    how = forms.ChoiceField(
        label=_("Hoe noem je de ander?"),
        widget=forms.RadioSelect,
        choices=[("word", _("Met een gewoon woord")), ("name", _("Toon de naam"))],
        error_messages={"required": _("Kies hoe je de ander noemt."), "invalid_choice": _("Kies een van de twee.")},
    )
    called = forms.CharField(
        label=_("Welk woord?"),
        required=False,
        max_length=40,
        help_text=_("Bijvoorbeeld: de opdrachtgever, of de webwinkel."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"max_length": _("Dit is wat lang. Maak er maximaal 40 tekens van.")},
    )


class NoteForm(forms.Form):
    """A note, or a question."""

    words = forms.CharField(
        label=_("Wat wil je zeggen?"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": _("Schrijf eerst wat je wilt zeggen."),
            "max_length": _("Dit is wat lang. Maak er maximaal 4000 tekens van."),
        },
    )
    is_question = forms.BooleanField(label=_("Dit is een vraag, ik hoor graag antwoord"), required=False)
    reply_to = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, label: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if label:
            self.fields["words"].label = label
