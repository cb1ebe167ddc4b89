"""Somebody's own farewell: how she thinks, plans, writes and tells. Private to one person."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import Collaboration
from samenstroom.kit.sealing import SealedJSONField, SealedTextField
from samenstroom.kit.tokens import public_id


class Farewell(models.Model):
    """Her calm steps at one collaboration, at most one; let go is thrown away.

    `way` is how it ends, as she sees it (an id of `farewell.yaml`). `reflection`, `plan` and `talk` hold her answers by
    the id of the question. `letter` holds `parts` (her sentences), `texts` (the letters by version), `before` (the text
    that a newly made one replaced) and the tone and length by version. `moments` says how far she is in each step
    (`at`), whether it is laid aside (`aside`), when and how she told it (`told_on`, `told_by`), when they talked
    (`held_on`), and the days on which she shared, looked back or let the question rest. All of it is sealed, so that
    the database gives away no more than that she began.
    """

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="farewells")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    started_at = models.DateTimeField()
    way = SealedTextField()
    reflection = SealedJSONField(default=dict, blank=True)
    plan = SealedJSONField(default=dict, blank=True)
    letter = SealedJSONField(default=dict, blank=True)
    talk = SealedJSONField(default=dict, blank=True)
    moments = SealedJSONField(default=dict, blank=True)
    outcome = SealedTextField(blank=True, default="")
    lesson = SealedTextField(blank=True, default="")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "collaboration"], name="one_farewell_per_person")
        ]

    def __str__(self) -> str:
        return self.public_id

    @property
    def is_aside(self) -> bool:
        """Whether she laid it aside for now."""
        return bool(self.moments.get("aside"))
