"""Looking at the agreement together, now and then: one says how it went, the other agrees."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from samenstroom.collaborations.models import Collaboration, Seat
from samenstroom.kit.sealing import SealedTextField
from samenstroom.kit.tokens import public_id


class Review(models.Model):
    """They looked at their agreement on `looked_on`. It counts once both say so, or once it is noted by one alone.

    Another account of it takes the place of one that was not agreed (`withdrawn_at`).
    """

    class Outcome(models.TextChoices):
        GOOD = "good", _("Het is nog goed zo")
        CHANGE = "change", _("Een deel moet anders")
        END = "end", _("We ronden af")

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    outcome = models.CharField(max_length=10, choices=Outcome)
    words = SealedTextField(blank=True, default="")
    looked_on = models.DateField()
    said_by = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    said_at = models.DateTimeField()
    agreed_by = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    agreed_at = models.DateTimeField(null=True, blank=True)
    noted_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.public_id

    @property
    def counts(self) -> bool:
        """Both say so, or one who is alone noted it."""
        return self.withdrawn_at is None and bool(self.agreed_at or self.noted_at)

    @property
    def waits(self) -> bool:
        """One said it, the other did not answer yet."""
        return not (self.withdrawn_at or self.agreed_at or self.noted_at)
