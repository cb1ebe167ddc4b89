"""Which collaborations were read in from a dossier, and what of it has no table of its own yet."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import Collaboration
from samenstroom.kit.sealing import SealedJSONField


class Import(models.Model):
    """This collaboration came from a dossier: whatever another person said before `imported_at` is unconfirmed.

    Shared: both sides may know that, and by whom. `keys` are the names that things had in the file (public id ->
    key), so that what points at them still does when it goes out again.
    """

    collaboration = models.OneToOneField(Collaboration, models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    name = models.CharField(max_length=80)
    imported_at = models.DateTimeField()
    keys = SealedJSONField(default=dict)


class Extra(models.Model):
    """Sections of a dossier without a table: of both (`person` empty), or private to one person."""

    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, null=True, blank=True, related_name="+")
    sections = SealedJSONField(default=dict)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["collaboration", "person"], name="one_extra_per_person"),
            models.UniqueConstraint(fields=["collaboration"], condition=models.Q(person=None), name="one_shared_extra"),
        ]
