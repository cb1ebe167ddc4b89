"""The field in which someone proves that it is she: her password, her own code, or a code from her mail."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from .proving import OwnWay

ASKED = {
    OwnWay.ACCOUNT: (_("Je wachtwoord"), _("Zo weten we zeker dat jij het bent."), _("Vul je wachtwoord in.")),
    OwnWay.LINK_CODE: (
        _("Je eigen code"),
        _("De code die je koos toen je de link voor het eerst opende."),
        _("Vul je eigen code in."),
    ),
    OwnWay.LINK_EMAIL: (
        _("De code uit je mail"),
        _("Vraag eerst een code. Die komt alleen in jouw mail."),
        _("Vul de zes cijfers uit je mail in."),
    ),
}


class SecretField(forms.Form):
    """One field, asked as it fits the way in which she proves who she is."""

    secret = forms.CharField(max_length=200, strip=False)

    def __init__(self, *args: Any, way: OwnWay, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.way = way
        label, hint, required = ASKED[way]
        field = self.fields["secret"]
        field.label, field.help_text, field.error_messages["required"] = label, hint, required
        field.widget = _widget(way)

    def clean_secret(self) -> str:
        """A code may be pasted with space around it; a password is what it is."""
        typed = str(self.cleaned_data["secret"])
        return typed if self.way is OwnWay.ACCOUNT else typed.strip()

    def refuse(self) -> None:
        """It was not right: say so next to the field."""
        wrong = _("Dit wachtwoord klopt niet.") if self.way is OwnWay.ACCOUNT else _("Deze code klopt niet.")
        self.add_error("secret", f"{wrong} {_('Kijk het na en probeer het nog een keer.')}")

    def refuse_for_now(self) -> None:
        """It was tried too often."""
        self.add_error("secret", _("Je hebt het vaak geprobeerd. Wacht een kwartier en probeer het dan weer."))


def _widget(way: OwnWay) -> forms.Widget:
    if way is OwnWay.ACCOUNT:
        return forms.PasswordInput(attrs={"autocomplete": "current-password"})
    attrs = {"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
    if way is OwnWay.LINK_EMAIL:
        attrs = {"inputmode": "numeric", "autocomplete": "one-time-code"}
    return forms.TextInput(attrs=attrs)
