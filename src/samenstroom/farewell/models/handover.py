"""What is handed over: items that lie on the table, and items that one person still keeps for herself."""

from __future__ import annotations

import json
from typing import ClassVar

from django.db import models

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import Collaboration, Seat
from samenstroom.kit.sealing import SealedTextField
from samenstroom.kit.tokens import public_id, token_hash
from samenstroom.rules.handover import Ticks


class HandoverPlan(models.Model):
    """That the two made a plan, and when all of it was done: what the history tells once each."""

    collaboration = models.OneToOneField(Collaboration, models.CASCADE, related_name="handover_plan")
    made_by = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"handover of {self.collaboration_id}"


class HandoverItem(models.Model):
    """One thing to hand over. Private to `person` until `tabled_at`; from then on both have it with equal rights.

    `where` says where it is or how it goes, never a secret itself. `who` does it: the position of a party, `both`, or
    empty. `source` is what it came from (a repair, a fact, an idea). Two ticks: done by one side, seen by the other.
    """

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="handover_items")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="handover_items")
    kind = SealedTextField()
    title = SealedTextField()
    where = SealedTextField(blank=True, default="")
    who = SealedTextField(blank=True, default="")
    source = SealedTextField(blank=True, default="")
    until_on = models.DateField(null=True, blank=True)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    tabled_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    done_at = models.DateTimeField(null=True, blank=True)
    seen_by = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    seen_at = models.DateTimeField(null=True, blank=True)
    dropped_by = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    dropped_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["collaboration", "tabled_at"])]

    def __str__(self) -> str:
        return self.public_id

    @property
    def ticks(self) -> Ticks:
        """Its ticks as the rule knows them; fetch `done_by` and `seen_by` with their party."""
        return Ticks(
            doer=str(self.who),
            done_by=self.done_by.party.position if self.done_by else None,
            seen_by=self.seen_by.party.position if self.seen_by else None,
        )

    @property
    def text(self) -> dict[str, str]:
        """What it says, as it is released to a successor."""
        until = self.until_on.isoformat() if self.until_on else ""
        words = {name: str(getattr(self, name)) for name in ("kind", "title", "where", "who")}
        return {**words, "until": until}

    @property
    def mark(self) -> str:
        """Stands for exactly these words: what somebody shares or releases is what she looked at."""
        return token_hash(json.dumps([self.public_id, self.text]))[:24]
