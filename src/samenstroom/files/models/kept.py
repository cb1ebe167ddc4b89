"""A file somebody kept with a collaboration. What is in it stands sealed on disk, never in the database."""

from __future__ import annotations

from django.db import models

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import CIRCLES, Collaboration, Seat
from samenstroom.kit.sealing import SealedTextField
from samenstroom.kit.tokens import public_id


class KeptFile(models.Model):
    """One file: shared by both, or private to its `person`. `sha256` is of the content as it came, in hex.

    `media_type` is told by the content, never by the name. `removed_at`: the content is gone, the line stays.
    """

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="files")
    circle = models.CharField(max_length=8, choices=CIRCLES)
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    seat = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    name = SealedTextField()
    media_type = models.CharField(max_length=80)
    size = models.PositiveIntegerField()
    sha256 = SealedTextField()
    kept_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.public_id
