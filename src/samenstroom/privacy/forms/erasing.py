"""The form with which somebody asks to be erased."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samenstroom.accounts.links import place_of
from samenstroom.accounts.models import Person
from samenstroom.accounts.proving import WrongProofError, prove
from samenstroom.accounts.throttle import TooManyTriesError


class EraseForm(forms.Form):
    """Her own name, typed over; and her password or code, when she has one."""

    name = forms.CharField(
        label=_("Typ je naam over"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Typ je naam, precies zoals hij hierboven staat.")},
    )
    password = forms.CharField(
        label=_("Je wachtwoord"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": _("Vul je wachtwoord in, zodat we weten dat jij het bent.")},
    )

    def __init__(self, *args: Any, person: Person, now: datetime, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.person, self.now = person, now
        if not person.has_usable_password():
            del self.fields["password"]
        elif not person.has_account:
            self.fields["password"].label = _("Je eigen code")
            self.fields["password"].error_messages["required"] = _("Vul je eigen code in.")

    def clean_name(self) -> str:
        name = " ".join(self.cleaned_data["name"].split())
        if name.casefold() != " ".join(self.person.name.split()).casefold():
            raise forms.ValidationError(_("Dit is niet je naam zoals hij hierboven staat. Er is niets gewist."))
        return name

    def clean_password(self) -> str:
        """Each try counts with those on the other pages that ask it, so that nobody finds it here by trying."""
        typed = str(self.cleaned_data["password"])
        try:
            prove(person=self.person, invitee=place_of(self.person), secret=typed, now=self.now)
        except WrongProofError:
            raise forms.ValidationError(_("Dit klopt niet. Er is niets gewist.")) from None
        except TooManyTriesError:
            raise forms.ValidationError(_("Dat was te vaak. Wacht een tijdje en probeer het dan opnieuw.")) from None
        return typed
