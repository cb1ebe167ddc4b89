"""What is still open between the two when it ends: hours, invoices, deposits, data, rights, anything else."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from samenstroom.collaborations.models import Collaboration, Party, Seat
from samenstroom.kit.sealing import SealedTextField
from samenstroom.kit.tokens import public_id


class SettlementItem(models.Model):
    """One thing to settle, shared from the moment somebody adds it.

    `amount` is a decimal kept as text, in euro. `owner` is whose turn it is, None for both. Of data: `end` says
    whether it is returned or erased, `end_on` when and `end_words` how. `source` is the public id of the line in the
    logbook that it came from, so that it is not offered twice; it is shown to nobody.
    """

    class Kind(models.TextChoices):
        HOURS = "hours", "hours that are on no invoice"
        INVOICE = "invoice", "an invoice that is open"
        DEPOSIT = "deposit", "a deposit or an advance"
        DATA = "data", "personal data and files"
        RIGHTS = "rights", "who may use what"
        OTHER = "other", "anything else"

    class End(models.TextChoices):
        RETURNED = "returned", "given back"
        ERASED = "erased", "erased"

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="settlement_items")
    kind = SealedTextField()
    text = SealedTextField()
    amount = SealedTextField(blank=True, default="")
    owner = models.ForeignKey(Party, models.SET_NULL, null=True, blank=True, related_name="+")
    end = SealedTextField(blank=True, default="")
    end_on = models.DateField(null=True, blank=True)
    end_words = SealedTextField(blank=True, default="")
    source = SealedTextField(blank=True, default="")
    added_by = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    added_at = models.DateTimeField()
    dropped_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.public_id


class SettlementTick(models.Model):
    """One side says: for me this is done. Without a row it is open for her."""

    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    item = models.ForeignKey(SettlementItem, models.CASCADE, related_name="ticks")
    party = models.ForeignKey(Party, models.CASCADE, related_name="+")
    seat = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    ticked_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["item", "party"], name="one_tick_per_side")]

    def __str__(self) -> str:
        return str(self.pk)
