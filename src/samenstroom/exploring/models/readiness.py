"""What somebody sent after the readiness test: to one professional, who alone reads it."""

from __future__ import annotations

from django.db import models

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import Collaboration
from samenstroom.kit.sealing import SealedJSONField, SealedTextField
from samenstroom.kit.tokens import public_id


class ReadinessAnswer(models.Model):
    """One mirror that was sent to `person`, with the questions and answers as the sender read them.

    `answers`: question id to its `choice` (an option id, or `unknown`) and the texts of `question` and `answer`.
    `once` is a hash of the form that was sent, so that pressing twice makes one. `collaboration` is what came of it.
    """

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="readiness_answers")
    collaboration = models.ForeignKey(Collaboration, models.SET_NULL, null=True, blank=True, related_name="+")
    answers = SealedJSONField()
    name = SealedTextField()
    contact = SealedTextField(blank=True, default="")
    words = SealedTextField(blank=True, default="")
    version = models.CharField(max_length=20)
    once = models.CharField(max_length=64, unique=True)
    sent_at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.public_id
