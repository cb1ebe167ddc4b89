"""Forms of how somebody comes in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from .entrance_words import EMAIL_ERRORS
from .models import normal_email


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


class NewAddressForm(forms.Form):
    """Another address to sign in with."""

    email = forms.EmailField(
        label=_("Je nieuwe e-mailadres"),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages=dict(EMAIL_ERRORS),
    )

    def __init__(self, *args: Any, now_has: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.now_has = now_has

    def clean_email(self) -> str:
        """In one spelling, and really another one."""
        email = normal_email(self.cleaned_data["email"]) or ""
        if email == self.now_has:
            raise forms.ValidationError(_("Dit adres heb je al."))
        return email
