"""Somebody wants her things erased: a day on which that is done, until which she can come back."""

from __future__ import annotations

from django.db import models

from samenstroom.accounts.models import Person


class ErasureWish(models.Model):
    """One person wants to be erased on `erase_on`. Nobody but she knows; coming back takes it away."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="erasure_wish")
    asked_at = models.DateTimeField()
    erase_on = models.DateField()

    def __str__(self) -> str:
        return f"{self.person_id} on {self.erase_on}"
