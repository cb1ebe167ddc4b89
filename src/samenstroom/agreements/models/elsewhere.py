"""What was signed on paper or in another tool: noted by one, confirmed by the other."""

from __future__ import annotations

from django.db import models

from samenstroom.collaborations.models import Collaboration, Seat
from samenstroom.files.models import KeptFile
from samenstroom.kit.sealing import SealedTextField

from .versions import AgreementVersion


class SignedElsewhere(models.Model):
    """What is known of one version that was signed elsewhere: the day, the PDF if there is one, what the other says.

    Who noted it is `version.put_by`. Without an answer and with a version that holds, it was noted by one who was alone
    at the table. `words`: what is not right, from who said so.
    """

    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    version = models.OneToOneField(AgreementVersion, models.CASCADE, related_name="elsewhere")
    signed_on = models.DateField()
    file = models.ForeignKey(KeptFile, models.SET_NULL, null=True, blank=True, related_name="+")
    confirmed_by = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True, blank=True)
    denied_by = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    denied_at = models.DateTimeField(null=True, blank=True)
    words = SealedTextField(blank=True, default="")

    def __str__(self) -> str:
        return f"{self.version} elsewhere"

    @property
    def stands(self) -> bool:
        """Not taken off the table, not denied, not replaced."""
        version = self.version
        return not (version.withdrawn_at or version.declined_at or version.replaced_at)

    @property
    def waits(self) -> bool:
        """It stands, and nobody said whether it is right."""
        return self.stands and self.confirmed_at is None and self.denied_at is None
