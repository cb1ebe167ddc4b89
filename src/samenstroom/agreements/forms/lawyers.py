"""Asking a lawyer, what she writes, and taking a text of hers along."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samenstroom.accounts.outside import LINK_DAYS
from samenstroom.collaborations.forms import NOTE_MAX, TOO_LONG

TEXT_MAX = 6000
LONG = _("Dit is wat lang. Maak er maximaal 6000 tekens van.")


def name_field(label: Any, needs: Any) -> forms.CharField:
    """The first and last name of somebody outside."""
    return forms.CharField(
        label=label, max_length=80, help_text=_("Voor- en achternaam."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": needs, "max_length": _("Dit is wat lang. Maak er maximaal 80 tekens van.")},
    )  # fmt: skip


class DaysForm(forms.Form):
    """How long a link works."""

    days = forms.TypedChoiceField(
        label=_("Hoe lang werkt de link?"), coerce=int, initial=LINK_DAYS, widget=forms.RadioSelect,
        choices=[(7, _("Een week")), (14, _("Twee weken")), (30, _("Dertig dagen"))],
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Kies hoe lang de link werkt.")),
    )  # fmt: skip


class AskLawyerForm(DaysForm):
    """Whom she asks, which text, and a question of her own."""

    name = name_field(_("Wie leest er mee?"), _("Vul de naam van de jurist in."))
    what = forms.ChoiceField(
        label=_("Welke tekst?"), widget=forms.RadioSelect, help_text=_("De jurist leest deze tekst zoals die nu is."),
        error_messages={"required": _("Kies een tekst."), "invalid_choice": _("Kies een tekst.")},
    )  # fmt: skip
    words = forms.CharField(
        label=_("Waar moet de jurist op letten?"), required=False, max_length=NOTE_MAX,
        help_text=_("Bijvoorbeeld: let op de aansprakelijkheid."), widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": TOO_LONG},
    )  # fmt: skip

    field_order = ("name", "what", "words", "days")

    def __init__(self, *args: Any, choices: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        what = self.fields["what"]
        assert isinstance(what, forms.ChoiceField)
        what.choices = list(choices)
        self.initial["what"] = next((key for key, _label in choices), "")


class LawyerRemarkForm(forms.Form):
    """What the lawyer says about one place, and a text she would put there."""

    words = forms.CharField(
        label=_("Je opmerking"), max_length=TEXT_MAX, widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Schrijf eerst je opmerking."), "max_length": LONG},
    )  # fmt: skip
    proposal = forms.CharField(
        label=_("Een tekst die je voorstelt"), required=False, max_length=TEXT_MAX,
        help_text=_("Deze tekst kan zo worden overgenomen."), widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"max_length": LONG},
    )  # fmt: skip


class ReviewedForm(forms.Form):
    """The lawyer says with her name up to which text she read."""

    name = name_field(_("Je naam"), _("Vul je naam in."))


class TakeTextForm(forms.Form):
    """The text she takes along into her draft; she may change it."""

    text = forms.CharField(
        label=_("Deze tekst komt in je concept"), max_length=TEXT_MAX, widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Je mag er nog aan schaven."),
        error_messages={"required": _("Er staat nog geen tekst."), "max_length": LONG},
    )  # fmt: skip
