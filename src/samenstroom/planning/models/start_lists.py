"""What has to be there for a good start: who can get in where, what has to be ready, and risks both named."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samenstroom.collaborations.models import Collaboration, Party, Seat
from samenstroom.kit.sealing import SealedJSONField
from samenstroom.kit.tokens import public_id


class StartEntry(models.Model):
    """One entry of one of the three lists, shared by both. `content` is sealed and depends on the list.

    access: what, where (the place where the secret is kept, never the secret), back (how it is taken back), backup (who
    steps in at illness), holder (`first` or `second` party by position, `both`); `owner` is whose it is.
    ready: what, kind (access, account, information); `owner` provides it, by `due_on`.
    risk: what, sign (how we notice), measure; `owner` watches it.
    """

    class List(models.TextChoices):
        ACCESS = "access", _("toegang")
        READY = "ready", _("klaarzetten")
        RISK = "risk", _("risico's")

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="start_entries")
    list = models.CharField(max_length=6, choices=List)
    content = SealedJSONField(default=dict)
    owner = models.ForeignKey(Party, models.SET_NULL, null=True, blank=True, related_name="+")
    due_on = models.DateField(null=True, blank=True)
    added_by = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    added_at = models.DateTimeField()
    changed_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    done_at = models.DateTimeField(null=True, blank=True)
    dropped_by = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    dropped_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["collaboration", "list"])]

    def __str__(self) -> str:
        return self.public_id

    @property
    def is_open(self) -> bool:
        """On the list, and not done: of access, not taken back; of a risk, still watched."""
        return self.done_at is None and self.dropped_at is None
