"""Asking somebody who worked with the other: private to who asks, answered behind a link of its own."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from samenstroom.accounts.models import Person
from samenstroom.accounts.outside import OutsideLink
from samenstroom.collaborations.models import Collaboration
from samenstroom.kit.sealing import SealedJSONField, SealedTextField
from samenstroom.kit.tokens import public_id


class ReferenceRequest(OutsideLink):
    """One question to one referee about the other side. Nobody but `person` ever sees that it exists.

    The link and the browser that claimed it are kept as hashes; a new link takes the place of the one before.
    `answers` are of the referee, and closed to `person` until `sent_at`. `noted` is what she wrote down herself.
    """

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="references")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    referee = SealedTextField()
    relation = SealedTextField(blank=True, default="")
    words = SealedTextField(blank=True, default="")
    asked_at = models.DateTimeField()
    answers = SealedJSONField(default=dict, blank=True)
    drafted_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)
    noted = SealedJSONField(default=dict, blank=True)
    noted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["person", "collaboration"])]

    def __str__(self) -> str:
        return self.public_id

    @property
    def first_name(self) -> str:
        """What she calls the referee."""
        return next(iter(str(self.referee).split()), "")

    @property
    def is_heard(self) -> bool:
        """Something was said, by the referee or noted by herself. Silence is no evidence."""
        return self.sent_at is not None or self.noted_at is not None
