"""A question about privacy to who runs this instance, from somebody who may not be known here at all."""

from __future__ import annotations

from django.db import models

from samenstroom.kit.sealing import SealedTextField
from samenstroom.kit.tokens import public_id


class PrivacyQuestion(models.Model):
    """Of nobody we know: never compared with the people here. Written for the operator, who reads it by a command."""

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    name = SealedTextField()
    contact = SealedTextField()
    words = SealedTextField()
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.public_id
