"""The end on record: announced by one, confirmed by the other, closed when all is done."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from samenstroom.collaborations.models import Collaboration, Seat
from samenstroom.kit import clock
from samenstroom.kit.sealing import SealedTextField
from samenstroom.kit.tokens import public_id
from samenstroom.rules.closing import Notice


class Ending(models.Model):
    """That a collaboration ends, and when: shared, with a date for each step.

    `how` says in which way; `words` are exactly what the announcer shared with it (may be empty). `last_on` is the last
    day of the work, None as long as it is open. `withdrawn_at`: they go on after all. At most one ending that stands.
    How it was for each is an exchange with `PURPOSE`.
    """

    PURPOSE: ClassVar[str] = "closing"

    class How(models.TextChoices):
        ONE_SIDE = "one_side", "one of the two ends it"
        TOGETHER = "together", "both end it together"
        RUNS_OUT = "runs_out", "the agreed time is over"
        FADED = "faded", "nobody answers any more"
        NO_FAULT = "no_fault", "illness, insolvency or something else that nobody can help"
        CONFLICT = "conflict", "it ends in a conflict"
        UNSAFE = "unsafe", "it stops because it was not safe"

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="endings")
    how = SealedTextField()
    words = SealedTextField(blank=True, default="")
    last_on = models.DateField(null=True, blank=True)
    announced_by = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    announced_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["collaboration"], condition=models.Q(withdrawn_at=None), name="one_ending_that_stands"
            )
        ]

    def __str__(self) -> str:
        return self.public_id

    def notice(self, *, takes_part: bool) -> Notice:
        """What the rule needs to say when it may be closed; `takes_part` is about the other side."""
        return Notice(
            announced_on=clock.day_of(self.announced_at),
            last_on=self.last_on,
            is_confirmed=self.confirmed_at is not None,
            takes_part=takes_part,
        )
