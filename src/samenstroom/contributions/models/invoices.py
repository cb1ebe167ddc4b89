"""Invoices that both see: sent by one side, paid or open, and reminders that somebody sent herself."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samenstroom.collaborations.models import Collaboration, Party, Seat
from samenstroom.kit.sealing import SealedJSONField
from samenstroom.kit.tokens import public_id


class Invoice(models.Model):
    """One invoice, noted by one side. `sender` is the party that wants to be paid.

    `content`: number, amount in euros with VAT, what it is for, the name of the seller when it was read from a file,
    and where the last day for payment comes from (`given`, `agreed` or nothing). It never changes after that.
    """

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="invoices")
    sender = models.ForeignKey(Party, models.SET_NULL, null=True, related_name="+")
    noted_by = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    content = SealedJSONField(default=dict)
    issued_on = models.DateField()
    due_on = models.DateField(null=True, blank=True)
    noted_at = models.DateTimeField()
    paid_on = models.DateField(null=True, blank=True)
    paid_noted_by = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.public_id


class InvoiceReminder(models.Model):
    """That somebody sent a reminder herself, which one and on which day. The letter itself is not kept."""

    class Tone(models.TextChoices):
        """The three letters, the softest first."""

        FRIENDLY = "friendly", _("Vriendelijke herinnering")
        FIRM = "firm", _("Duidelijke herinnering")
        LAST = "last", _("Laatste herinnering")

    invoice = models.ForeignKey(Invoice, models.CASCADE, related_name="reminders")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    seat = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    tone = models.CharField(max_length=8, choices=Tone)
    sent_on = models.DateField()
    noted_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["invoice", "tone", "sent_on"], name="one_reminder_of_a_tone_a_day")
        ]
