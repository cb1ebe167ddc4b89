"""A decision after exploring, how she tells it, and what came of it. Private to one person."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import Collaboration
from samenstroom.kit.sealing import SealedJSONField, SealedTextField
from samenstroom.kit.tokens import public_id


class Decision(models.Model):
    """What she decided about beginning, and what she knew then; without `decided_at` she is still writing it.

    `worries` is a list of `{text, source}` that she keeps in sight, `shared` says of each worry (by its place) with
    which text it was put on the table. `snapshot` holds the lines she saw with their sources, her own rules and the
    flags that waved. Of all this only `shared` is added to once it is made.

    `telling` is how she tells a no: her sentences by prompt, the texts she made of them by version, and the day she
    told it. `keep_until` is the day after which this exploration is thrown away. Both are in this row and sealed, so
    that the database does not give away that it was a no.
    """

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="decisions")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    started_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True, blank=True)
    look_back_on = models.DateField(null=True, blank=True)
    feeling = SealedTextField(blank=True, default="")
    choice = SealedTextField(blank=True, default="")
    why = SealedTextField(blank=True, default="")
    worries = SealedJSONField(default=list, blank=True)
    percent = SealedJSONField(default=None, blank=True)
    snapshot = SealedJSONField(default=dict, blank=True)
    shared = SealedJSONField(default=dict, blank=True)
    telling = SealedJSONField(default=dict, blank=True)
    keep_until = SealedJSONField(default=None, blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["person", "collaboration"])]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person", "collaboration"], condition=models.Q(decided_at=None), name="one_decision_in_writing"
            )
        ]

    def __str__(self) -> str:
        return self.public_id

    @property
    def looked_back(self) -> LookBack | None:
        """What came of it, once she said so."""
        found: LookBack | None = getattr(self, "look_back", None)
        return found


class LookBack(models.Model):
    """What came of a decision and what she learned. Outlives the decision, then without names and without its table."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, null=True, blank=True, related_name="+")
    decision = models.OneToOneField(Decision, models.SET_NULL, null=True, blank=True, related_name="look_back")
    looked_back_at = models.DateTimeField()
    choice = SealedTextField()
    percent = SealedJSONField(default=None, blank=True)
    outcome = SealedTextField()
    lesson = SealedTextField(blank=True, default="")
    flags = SealedJSONField(default=list, blank=True)
