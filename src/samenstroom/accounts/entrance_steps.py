"""The forms of signing in that come after or instead of a password, with our own words."""

from __future__ import annotations

from typing import Any, ClassVar

from allauth.mfa.base import forms as step_forms
from allauth.mfa.webauthn import forms as passkey_forms
from django.utils.translation import gettext_lazy as _

from .entrance import WORDS, OurWords

NO_PASSKEY = _("Deze toegangssleutel kennen we hier niet. Probeer het nog eens, of log in met je wachtwoord.")
AGAIN = _("Dit ging niet goed. Probeer het nog eens, of gebruik een code.")


class SecondStepForm(OurWords, step_forms.AuthenticateForm):
    """Six digits of her app, or one of her spare codes."""

    words: ClassVar = {**WORDS, "incorrect_code": _("Deze code klopt niet meer. Kijk in je app en vul de nieuwe in.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        hint = _("De zes cijfers uit je app. Is je telefoon weg? Vul dan een van je noodcodes in.")
        self._wording("code", _("Je code"), _("Vul de code uit je app in."), hint)
        self.fields["code"].widget.attrs |= {"autocomplete": "one-time-code", "inputmode": "numeric"}


class SecondStepPasskeyForm(OurWords, passkey_forms.AuthenticateWebAuthnForm):
    """A passkey instead of the code."""

    words: ClassVar = {**WORDS, "incorrect_code": AGAIN, "required": AGAIN, "invalid": AGAIN}


class PasskeyForm(OurWords, passkey_forms.LoginWebAuthnForm):
    """A passkey instead of address and password."""

    words: ClassVar = {**WORDS, "incorrect_code": NO_PASSKEY, "required": NO_PASSKEY, "invalid": NO_PASSKEY}
