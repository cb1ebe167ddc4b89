"""One version of the agreement, frozen when it is put on the table."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samenstroom.collaborations.models import Collaboration, Party, Seat
from samenstroom.kit.sealing import SealedJSONField
from samenstroom.kit.tokens import public_id


class AgreementVersion(models.Model):
    """One version both sides see: the whole text as data, which never changes after `put_at`.

    `content` is an agreement document (`samenstroom-agreement`, version 1). `text` is how it read when it was put on
    the table, sentence by sentence, so that a better sentence next year changes nothing here (empty when it was signed
    elsewhere). `provider` is the party that does the work; for partners the first party. `way`: made here, or signed
    elsewhere and entered with its key terms. A version is signed when all parties signed it (`signed_at`), and holds
    until a later one is signed (`replaced_at`). `is_read_in`: it came from a file, names and all, so it is neither
    signed nor sealed here.

    `amends`: this is an addendum to that version, which goes on to hold. `content` is then the whole as it reads with
    the addendum in it, `change` what differs (a `Change` of `rules.agreement.amending` as data), and `text` holds only
    the clauses that change. `expires_on` is the last day on which it can be signed; `expired_at` is when that day was
    over.
    """

    class Way(models.TextChoices):
        MADE = "made", _("hier gemaakt")
        ELSEWHERE = "elsewhere", _("elders getekend")

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="agreement_versions")
    number = models.PositiveIntegerField()
    way = models.CharField(max_length=10, choices=Way, default=Way.MADE)
    provider = models.ForeignKey(Party, models.SET_NULL, null=True, related_name="+")
    content = SealedJSONField(default=dict)
    text = SealedJSONField(default=dict)
    amends = models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="addenda")
    change = SealedJSONField(default=dict)
    put_by = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    put_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    declined_at = models.DateTimeField(null=True, blank=True)
    signed_at = models.DateTimeField(null=True, blank=True)
    replaced_at = models.DateTimeField(null=True, blank=True)
    expires_on = models.DateField(null=True, blank=True)
    expired_at = models.DateTimeField(null=True, blank=True)
    is_read_in = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["collaboration", "number"], name="one_agreement_version_per_number")
        ]

    def __str__(self) -> str:
        return self.public_id

    @property
    def is_open(self) -> bool:
        """Lies on the table and waits for names."""
        return not (self.withdrawn_at or self.declined_at or self.signed_at or self.expired_at)

    @property
    def is_addendum(self) -> bool:
        """Changes a part of a version that goes on to hold."""
        return self.amends_id is not None

    @property
    def holds(self) -> bool:
        """Signed, and not replaced by a later one."""
        return self.signed_at is not None and self.replaced_at is None
