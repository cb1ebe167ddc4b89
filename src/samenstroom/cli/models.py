"""What the worker remembers of its rounds."""

from django.db import models


class SweepSlot(models.Model):
    """One run of a sweep: the row exists, so that slot was started (see kit/slots.py)."""

    name = models.CharField(max_length=60)
    slot_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["name", "slot_at"], name="one_run_per_slot")]

    def __str__(self) -> str:
        return f"{self.name} at {self.slot_at.isoformat()}"
