"""Forms of how somebody comes in."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class DigitsForm(forms.Form):
    """The six digits her app shows now."""

    code = forms.CharField(
        label=_("De zes cijfers uit je app"),
        max_length=10,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
        error_messages={"required": _("Vul de zes cijfers uit je app in.")},
    )


class PasskeyNameForm(forms.Form):
    """What she calls a passkey, so that she knows it later."""

    name = forms.CharField(
        label=_("Hoe noem je deze toegangssleutel?"),
        max_length=60,
        help_text=_("Bijvoorbeeld: mijn telefoon."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Geef deze toegangssleutel een naam.")},
    )
    credential = forms.JSONField(required=False, widget=forms.HiddenInput)
