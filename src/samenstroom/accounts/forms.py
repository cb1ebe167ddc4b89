"""Forms about people and their way in; shared by the doors."""

from __future__ import annotations

from typing import ClassVar

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from .models import Person, Practice, normal_email

CODE_LENGTH = 6


class SignupForm(forms.Form):
    """What we ask besides e-mail and password when someone makes an account (used by allauth)."""

    name = forms.CharField(
        label=_("Je naam"),
        max_length=80,
        help_text=_("Zo noemen we je, ook aan de ander."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Vul je naam in.")},
    )
    field_order = ["name", "email", "password1"]

    def signup(self, request: object, user: Person) -> None:
        """Called by allauth; the adapter has filled the rest."""


class CodeForm(forms.Form):
    """A code of one's own, typed once at the claim and again on a new device. Pasting is fine."""

    code = forms.CharField(
        label=_("Je eigen code"),
        min_length=CODE_LENGTH,
        max_length=100,
        strip=True,
        help_text=_("Minstens zes tekens. Kies iets wat je onthoudt. Alleen jij kent deze code."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
        error_messages={
            "required": _("Kies een code van minstens zes tekens."),
            "min_length": _("Deze code is te kort. Kies minstens zes tekens."),
        },
    )


class OpenWithCodeForm(CodeForm):
    """The code she chose before."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        field = self.fields["code"]
        field.help_text = _("De code die je koos toen je de link voor het eerst opende.")
        field.error_messages["required"] = _("Vul je eigen code in.")


class EmailForm(forms.Form):
    """An address to send a code to."""

    email = forms.EmailField(
        label=_("Je e-mailadres"),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": _("Vul je e-mailadres in."),
            "invalid": _("Dit lijkt geen e-mailadres. Kijk of er een @ in staat."),
        },
    )


class EmailCodeForm(forms.Form):
    """The six digits from the mail."""

    code = forms.CharField(
        label=_("De code uit je mail"),
        max_length=10,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
        error_messages={"required": _("Vul de zes cijfers uit je mail in.")},
    )


class AccountForm(forms.Form):
    """Turn a personal link into an account."""

    name = forms.CharField(
        label=_("Je naam"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Vul je naam in.")},
    )
    email = forms.EmailField(
        label=_("E-mailadres"),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": _("Vul je e-mailadres in."),
            "invalid": _("Dit lijkt geen e-mailadres. Kijk of er een @ in staat."),
        },
    )
    password = forms.CharField(
        label=_("Wachtwoord"),
        help_text=_("Minstens tien tekens. Een zin die je onthoudt, werkt goed."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": _("Kies een wachtwoord van minstens tien tekens.")},
    )

    def clean_email(self) -> str:
        email = normal_email(self.cleaned_data["email"]) or ""
        if Person.objects.filter(email=email).exists():
            raise forms.ValidationError(_("Er is al een account met dit adres. Log daar eerst mee in."))
        return email

    def clean_password(self) -> str:
        """Held against the name and the address beside it too."""
        given = {"name": self.cleaned_data.get("name", ""), "email": self.cleaned_data.get("email", "")}
        validate_password(self.cleaned_data["password"], Person(**given))
        return str(self.cleaned_data["password"])


class PersonForm(forms.ModelForm):  # type: ignore[type-arg]
    """Name, language and light or dark."""

    class Meta:
        model = Person
        fields: ClassVar[list[str]] = ["name", "language", "theme"]
        labels: ClassVar = {"name": _("Je naam"), "language": _("Taal"), "theme": _("Licht of donker")}
        error_messages: ClassVar = {"name": {"required": _("Vul je naam in.")}}


class PracticeForm(forms.ModelForm):  # type: ignore[type-arg]
    """The name of the practice."""

    class Meta:
        model = Practice
        fields: ClassVar[list[str]] = ["name"]
        labels: ClassVar = {"name": _("Naam van je praktijk")}
        error_messages: ClassVar = {"name": {"required": _("Vul de naam van je praktijk in.")}}
