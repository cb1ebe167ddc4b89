"""Signing a version, and saying no to it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samenstroom.accounts.proof_form import SecretField
from samenstroom.accounts.proving import OwnWay
from samenstroom.agreements.actions.signing import Consent
from samenstroom.collaborations.models import Seat
from samenstroom.rules.papers import looks_like


class SignForm(SecretField):
    """Her yes: the box, her name as she signs, and what proves it is she. `fingerprint` is of the text she read."""

    fingerprint = forms.CharField(widget=forms.HiddenInput, max_length=64)
    agrees = forms.BooleanField(error_messages={"required": gettext_lazy("Zet hier een vinkje als je akkoord gaat.")})
    typed_name = forms.CharField(
        label=gettext_lazy("Je naam, zoals je tekent"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": gettext_lazy("Vul je naam in.")},
    )
    other_name = forms.BooleanField(required=False, label=gettext_lazy("Ja, ik teken met deze naam"))
    field_order = ("fingerprint", "agrees", "typed_name", "other_name", "secret")

    def __init__(self, *args: Any, seat: Seat, sentence: str, way: OwnWay, **kwargs: Any) -> None:
        super().__init__(*args, way=way, **kwargs)
        self.seat = seat
        self.fields["agrees"].label = sentence
        self.asks_other_name = False

    def clean(self) -> dict[str, Any]:
        """Another name than the one of her seat is fine, when she says so: people sign with their full name."""
        found: dict[str, Any] = super().clean() or {}
        typed = str(found.get("typed_name", ""))
        if typed and not looks_like(typed, str(self.seat.name)):
            self.asks_other_name = True
            if not found.get("other_name"):
                said = _("Hier sta je als %(name)s. Klopt je naam? Zet dan ook het vinkje hieronder.")
                self.add_error("typed_name", said % {"name": self.seat.name})
        return found

    def consent(self, version: int) -> Consent:
        """What she gave."""
        return Consent(
            typed_name=self.cleaned_data["typed_name"],
            consent_version=version,
            fingerprint=self.cleaned_data["fingerprint"],
        )


class DeclineForm(forms.Form):
    """Why she does not sign; the other reads it too."""

    reason = forms.CharField(
        label=gettext_lazy("Waarom teken je deze versie niet?"),
        max_length=1000,
        help_text=gettext_lazy("Schrijf wat er anders moet. De ander leest dit ook."),
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": gettext_lazy("Schrijf in een paar woorden waarom. Dan kan de ander verder.")},
    )
