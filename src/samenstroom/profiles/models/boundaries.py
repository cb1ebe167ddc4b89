"""What she will not do or accept, in versions: she can see how her boundaries grew. Private to one person."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from samenstroom.accounts.models import Person
from samenstroom.kit.sealing import SealedTextField
from samenstroom.kit.tokens import public_id

TOPICS = ("price", "payment", "hours", "reach", "scope", "respect", "expertise", "honesty", "law", "other")


class Boundary(models.Model):
    """One boundary of hers. What it says stands in its versions; it holds when its last version has no end."""

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="boundaries")
    topic = SealedTextField()
    drawn_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.public_id


class BoundaryVersion(models.Model):
    """What a boundary said from one moment to another.

    New words end one version and begin the next. Letting go ends the last; taking it up again begins a new one.
    """

    boundary = models.ForeignKey(Boundary, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    words = SealedTextField()
    why = SealedTextField(blank=True, default="")
    since_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["boundary", "number"], name="version_of_boundary_once"),
        ]

    def __str__(self) -> str:
        return f"{self.boundary_id} ({self.number})"
