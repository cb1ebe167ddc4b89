"""What is left of a collaboration for her own patterns, once she erased it: steps, codes and distances, no names."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import Collaboration
from samenstroom.kit.sealing import SealedJSONField
from samenstroom.kit.tokens import public_id


class Outline(models.Model):
    """One per person and collaboration, private. Points at the collaboration only for as long as that is there.

    `content` is empty until something of it was erased; its parts are in `learning/queries/outlines.py`. `on_the_day`:
    she wants it drawn, or completed, when what is of both goes on the day both agreed on. It holds no moment of its
    own: when she erased something is nobody's business.
    """

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="outlines")
    collaboration = models.ForeignKey(Collaboration, models.SET_NULL, null=True, blank=True, related_name="+")
    on_the_day = models.BooleanField(default=False)
    content = SealedJSONField(default=dict, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "collaboration"], name="one_outline_per_person")
        ]

    def __str__(self) -> str:
        return self.public_id
