"""A text of an agreement made elsewhere that somebody chose to keep. Private."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import Collaboration
from samenstroom.kit.sealing import SealedTextField
from samenstroom.kit.tokens import public_id


class KeptText(models.Model):
    """A text she read here and asked to keep. Hers alone; what was read in it is never kept, but read again."""

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    text = SealedTextField()
    kept_at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["person", "collaboration"])]

    def __str__(self) -> str:
        return self.public_id
