"""Forms of invoices: one typed over, one read from a file, a day on which it was paid, a reminder that was sent."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from samenstroom.collaborations.forms import DayField
from samenstroom.collaborations.models import Party
from samenstroom.collaborations.visits import Visit
from samenstroom.contributions.actions.invoices import InvoiceTerms
from samenstroom.contributions.models import InvoiceReminder
from samenstroom.contributions.ubl import MOST_BYTES, UblError, UblInvoice, read_ubl
from samenstroom.contributions.wording.invoices import invoice_texts
from samenstroom.kit import clock
from samenstroom.kit.numbers import LocalDecimalField

MOST_AMOUNT = Decimal(100_000_000)
SHORT = 200
TOO_LONG = _("Dit is wat lang. Maak er maximaal %(n)s tekens van.")


class InvoiceForm(forms.Form):
    """What stands on an invoice. Only the amount and the day have to be there."""

    sender = forms.ChoiceField(
        label=_("Wie stuurde deze rekening?"),
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Kies wie de rekening stuurde.")),
    )
    amount = LocalDecimalField(
        label=_("Hoeveel is het, met btw?"),
        help_text=_("In euro’s, bijvoorbeeld 1.250,50."),
        max_value=MOST_AMOUNT,
        error_messages={"required": _("Vul het bedrag in, bijvoorbeeld 1.250,50.")},
    )
    issued_on = DayField(label=_("Welke datum staat erop?"))
    due_on = DayField(label=_("Wat is de laatste dag om te betalen?"), required=False)
    number = forms.CharField(
        label=_("Welk nummer staat erop?"),
        required=False,
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"max_length": TOO_LONG % {"n": 60}},
    )
    what = forms.CharField(
        label=_("Waar is het voor?"),
        required=False,
        max_length=SHORT,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"max_length": TOO_LONG % {"n": SHORT}},
    )
    seller = forms.CharField(required=False, max_length=300, widget=forms.HiddenInput)

    def __init__(self, *args: Any, visit: Visit, payment_days: int | None, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.visit, self.today = visit, clock.day_of(visit.now)
        sender = self.fields["sender"]
        assert isinstance(sender, forms.ChoiceField)
        sender.choices = [("me", _("Ik")), ("other", visit.other_name)]
        self.initial = {"issued_on": self.today, **self.initial}
        agreed = _("Laat je het leeg, dan gelden de %(n)s dagen die jullie afspraken.")
        unknown = _("Staat er geen dag op? Laat het leeg. We zeggen dan niet dat het te laat is.")
        self.fields["due_on"].help_text = unknown if payment_days is None else agreed % {"n": payment_days}

    def clean_amount(self) -> Decimal:
        amount: Decimal = self.cleaned_data["amount"]
        if amount <= 0:
            raise forms.ValidationError(_("Vul een bedrag boven nul in, bijvoorbeeld 1.250,50."))
        return amount

    def clean_issued_on(self) -> date:
        return been(self.cleaned_data["issued_on"], self.today)

    def clean_due_on(self) -> date | None:
        day: date | None = self.cleaned_data["due_on"]
        issued_on = self.cleaned_data.get("issued_on")
        if day and issued_on and not issued_on <= day <= issued_on + timedelta(days=3653):
            raise forms.ValidationError(_("Deze dag ligt voor de datum van de rekening, of heel ver weg. Klopt hij?"))
        return day

    def terms(self) -> InvoiceTerms:
        """What is noted."""
        given = self.cleaned_data
        sides: Mapping[str, Party] = {"me": self.visit.party, "other": self.visit.other_party}
        return InvoiceTerms(
            sender=sides[given["sender"]],
            number=given["number"],
            amount=given["amount"],
            what=given["what"],
            issued_on=given["issued_on"],
            due_on=given["due_on"],
            seller=given["seller"],
        )


def been(day: date, today: date) -> date:
    """A day that has been, within ten years."""
    if day > today:
        raise forms.ValidationError(_("Deze dag komt nog. Kies vandaag of een dag die geweest is."))
    if day < today - timedelta(days=3653):
        raise forms.ValidationError(_("Dit is lang geleden. Kies een datum van de laatste tien jaar."))
    return day


class UblForm(forms.Form):
    """An electronic invoice: hostile until it was read."""

    file = forms.FileField(
        label=_("Welk bestand?"),
        help_text=_("Een XML-bestand van hooguit 2 MB."),
        widget=forms.FileInput(attrs={"accept": ".xml,text/xml,application/xml"}),
        error_messages={
            "required": _("Kies het bestand van de e-factuur."),
            "empty": _("Dit bestand is leeg. Kies een ander bestand."),
            "max_length": _("De naam van dit bestand is te lang."),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.read: UblInvoice | None = None

    def clean_file(self) -> UploadedFile[bytes]:
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        try:
            if (file.size or 0) > MOST_BYTES:
                raise UblError("too_large")
            self.read = read_ubl(file.read(MOST_BYTES + 1))
        except UblError as error:
            raise forms.ValidationError(invoice_texts()["errors"][error.code]) from None
        return file


class PaidForm(forms.Form):
    """The day on which all of it was paid."""

    paid_on = DayField(label=_("Wanneer was alles betaald?"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.today = today
        self.initial = {"paid_on": today, **self.initial}

    def clean_paid_on(self) -> date:
        return been(self.cleaned_data["paid_on"], self.today)


class ReminderForm(forms.Form):
    """Which reminder she sent herself, and when."""

    tone = forms.ChoiceField(
        label=_("Welke herinnering stuurde je?"),
        choices=InvoiceReminder.Tone.choices,
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Kies welke herinnering je stuurde.")),
    )
    sent_on = DayField(label=_("Wanneer stuurde je die?"))

    def __init__(self, *args: Any, today: date, issued_on: date, tone: str, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.today, self.issued_on = today, issued_on
        self.initial = {"sent_on": today, "tone": tone, **self.initial}

    def clean_sent_on(self) -> date:
        day = been(self.cleaned_data["sent_on"], self.today)
        if day < self.issued_on:
            raise forms.ValidationError(_("Deze dag ligt voor de datum van de rekening. Klopt hij?"))
        return day
