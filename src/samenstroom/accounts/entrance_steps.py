"""The forms of signing in that come after or instead of a password, with our own words."""

from __future__ import annotations

from typing import Any, ClassVar

from allauth.account import forms as account_forms
from allauth.mfa.base import forms as step_forms
from allauth.mfa.webauthn import forms as passkey_forms
from django.utils.translation import gettext_lazy as _

from samenstroom.kit.sealing import unseal

from .addresses import has_proven_address
from .entrance import OurWords
from .entrance_words import WORDS

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


class AskCodeForm(OurWords, account_forms.RequestLoginCodeForm):
    """The address of an account, to get a code at."""

    _user: Any
    words: ClassVar = {
        **WORDS,
        "too_many_login_attempts": _("Er is al een paar keer een code gevraagd. Kijk in je mail, of wacht een uur."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._email_wording("email")
        self.fields["email"].widget.attrs["autocomplete"] = "email"

    def clean_email(self) -> str:
        """Only an account with a proven address gets a code; the answer is the same for every address."""
        email: str = super().clean_email()
        if self._user is not None and not (self._user.has_account and has_proven_address(self._user)):
            self._user = None
        return email


class MailedCodeForm(OurWords, account_forms.ConfirmLoginCodeForm):
    """The code from her mail. In her session it lies sealed."""

    words: ClassVar = {**WORDS, "incorrect_code": _("Deze code klopt niet. Kijk nog eens in je mail.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kept = kwargs.pop("code", "")
        super().__init__(*args, **kwargs)
        self.expected_code = unseal(kept) if kept else ""
        self._wording("code", _("De code uit je mail"), _("Vul de zes cijfers uit je mail in."))
        self.fields["code"].widget.attrs |= {"autocomplete": "one-time-code", "inputmode": "numeric"}
