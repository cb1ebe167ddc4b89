"""Something extra that was asked: what, and the offers that were made for it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.db import models

from samenstroom.collaborations.models import Collaboration, Party, Seat
from samenstroom.kit.sealing import SealedTextField
from samenstroom.kit.tokens import public_id


class ExtraWork(models.Model):
    """One thing beyond what was agreed. `asked_by` is the party that asked; the newest offer is the one that counts.

    Without an offer it waits for a price. `noted_at`: noted by one who was alone at the table; agreed without
    `agreed_by` is then agreed by word of mouth.
    """

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="extra_work")
    what = SealedTextField(default="")
    asked_by = models.ForeignKey(Party, models.SET_NULL, null=True, related_name="+")
    put_by = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    put_at = models.DateTimeField()
    noted_at = models.DateTimeField(null=True, blank=True)
    agreed_by = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    agreed_at = models.DateTimeField(null=True, blank=True)
    dropped_by = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    dropped_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.public_id

    @property
    def is_open(self) -> bool:
        """Waits for a price or for a yes."""
        return self.agreed_at is None and self.dropped_at is None

    @property
    def offer(self) -> ExtraWorkOffer | None:
        """The newest offer. Reads all of them, so fetch them along."""
        return max(self.offers.all(), key=lambda one: (one.made_at, one.pk), default=None)

    @property
    def stamp(self) -> str:
        """Names the newest offer on a page, so that a yes is to what was read there: offers are only ever added."""
        return str(len(self.offers.all()))

    @property
    def amount(self) -> Decimal | None:
        """What it costs, in euro; 0 when it belongs to the work already; None when it goes by the hour."""
        return self.offer.price if self.offer else None

    @property
    def hours(self) -> Decimal | None:
        """How many hours it takes."""
        return self.offer.time if self.offer else None

    @property
    def due_on(self) -> date | None:
        """When it is ready."""
        return self.offer.due_on if self.offer else None


class ExtraWorkOffer(models.Model):
    """One offer: a price, hours, or no costs at all, and when. Kept when another one takes its place."""

    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    work = models.ForeignKey(ExtraWork, models.CASCADE, related_name="offers")
    amount = SealedTextField(blank=True, default="")
    hours = SealedTextField(blank=True, default="")
    is_free = models.BooleanField(default=False)
    due_on = models.DateField(null=True, blank=True)
    made_by = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"offer {self.pk}"

    @property
    def price(self) -> Decimal | None:
        """The amount as a number; nothing to pay is 0."""
        if self.is_free:
            return Decimal(0)
        return Decimal(str(self.amount)) if self.amount else None

    @property
    def time(self) -> Decimal | None:
        """The hours as a number."""
        return Decimal(str(self.hours)) if self.hours else None
