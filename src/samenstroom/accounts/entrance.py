"""The forms of sign-up and sign-in (allauth) with our own labels, hints and words for what went wrong.

Apart from `forms`, because allauth loads our `SignupForm` from there while it is loading its own forms.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from allauth.account import forms as allauth_forms
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from .addresses import has_proven_address
from .entrance_words import EMAIL_ERRORS, WORDS
from .models import Person

PASSWORD_HINT = _("Minstens tien tekens. Een zin die je onthoudt, werkt goed.")


class OurWords(forms.Form):
    """Says what went wrong in our own words, wherever the error came from."""

    words: ClassVar[Mapping[str, Any]] = WORDS

    def add_error(self, field: str | None, error: Any) -> None:
        """Swap the words of a known error before it is kept."""
        if isinstance(error, forms.ValidationError):
            error = self._in_our_words(error)
        elif field == "password2":  # the only thing that is ever wrong with it
            error = _("Dit is niet hetzelfde als je nieuwe wachtwoord hierboven.")
        super().add_error(field, error)

    def _wording(self, name: str, label: Any, required: Any, hint: Any = "") -> None:
        field = self.fields[name]
        field.label, field.help_text = label, hint
        field.error_messages["required"] = required
        field.widget.attrs.pop("placeholder", None)

    def _email_wording(self, name: str) -> None:
        self._wording(name, _("E-mailadres"), EMAIL_ERRORS["required"])
        self.fields[name].error_messages |= EMAIL_ERRORS

    def _in_our_words(self, error: forms.ValidationError) -> forms.ValidationError:
        if hasattr(error, "error_dict"):
            return error
        return forms.ValidationError(
            [
                forms.ValidationError(self.words.get(one.code or "", one.message), one.code, one.params)
                for one in error.error_list
            ]
        )


class LoginForm(OurWords, allauth_forms.LoginForm):
    """E-mail address and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._email_wording("login")
        self._wording("password", _("Wachtwoord"), _("Vul je wachtwoord in."))


class SignupForm(OurWords, allauth_forms.SignupForm):
    """Name, e-mail address and a password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._email_wording("email")
        self._wording("password1", _("Wachtwoord"), _("Kies een wachtwoord van minstens tien tekens."), PASSWORD_HINT)

    def clean(self) -> dict[str, Any]:
        """The password is held against her name too; the library holds it against her address."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        password, person = given.get("password1"), Person(name=given.get("name", ""), email=given.get("email", ""))
        if password and "password1" not in self.errors:
            try:
                validate_password(password, person)
            except forms.ValidationError as error:
                self.add_error("password1", error)
        return given


class ChangePasswordForm(OurWords, allauth_forms.ChangePasswordForm):
    """The password of now and a new one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._wording("oldpassword", _("Je wachtwoord van nu"), _("Vul je wachtwoord van nu in."))
        _new_password(self)


class ResetPasswordForm(OurWords, allauth_forms.ResetPasswordForm):
    """The address of the account whose password is lost."""

    users: list[Any]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._email_wording("email")

    def clean_email(self) -> str:
        """Only an account has a password, and only a proven address is sure to be that of its holder.

        Whoever can read a mistyped address would get everything in the account with a new password.
        """
        email: str = super().clean_email()
        self.users = [user for user in self.users if user.has_account and has_proven_address(user)]
        return email


class ResetPasswordKeyForm(OurWords, allauth_forms.ResetPasswordKeyForm):
    """A new password, by the link from the mail."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _new_password(self)


def _new_password(form: OurWords) -> None:
    required = _("Kies een wachtwoord van minstens tien tekens.")
    form._wording("password1", _("Nieuw wachtwoord"), required, PASSWORD_HINT)
    form._wording("password2", _("Nog een keer je nieuwe wachtwoord"), _("Vul hetzelfde wachtwoord nog een keer in."))
