"""A repair attempt: small things that both try until a day; and one that she does alone, for herself."""

from __future__ import annotations

from django.db import models

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import Collaboration, Seat
from samenstroom.exchanges.models import Exchange
from samenstroom.kit.sealing import SealedJSONField, SealedTextField
from samenstroom.kit.tokens import public_id


class RepairAttempt(models.Model):
    """What no longer flows, in the words of who proposes, and what both will try. Counts once the other agreed.

    `tries`: a list of `{"text", "who"}`; `who` is the position of a party, None for both. `look` is the exchange in
    which both say how it went, from the agreement on. `dropped_at`: replaced by another proposal, or taken off
    the table.
    """

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="attempts")
    stuck = SealedTextField()
    tries = SealedJSONField(default=list)
    look_back_on = models.DateField()
    proposed_by = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    proposed_at = models.DateTimeField()
    agreed_by = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    agreed_at = models.DateTimeField(null=True, blank=True)
    dropped_at = models.DateTimeField(null=True, blank=True)
    look = models.OneToOneField(Exchange, models.SET_NULL, null=True, blank=True, related_name="+")

    def __str__(self) -> str:
        return self.public_id


class OwnAttempt(models.Model):
    """The same for herself, when the other takes no part: her own things to do, a day, and her own answer. Private."""

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="own_attempts")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    stuck = SealedTextField()
    tries = SealedJSONField(default=list)
    look_back_on = models.DateField()
    started_at = models.DateTimeField()
    said = SealedTextField(blank=True, default="")
    why = SealedTextField(blank=True, default="")
    helped = SealedTextField(blank=True, default="")
    looked_back_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.public_id
