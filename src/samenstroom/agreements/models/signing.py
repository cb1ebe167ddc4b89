"""What people did with a version: signed it, or said no. Every act is a link in one chain, the trail."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samenstroom.collaborations.models import Collaboration, Party, Seat
from samenstroom.files.models import KeptFile
from samenstroom.kit.sealing import SealedJSONField, SealedTextField
from samenstroom.kit.tokens import public_id

from .versions import AgreementVersion


class TrailEvent(models.Model):
    """One act with a version, in order. `said` is what the act says; `digest` covers it and the digest before it.

    Only acts are here: that somebody read the text is written down nowhere.
    """

    class Kind(models.TextChoices):
        OPENED = "opened", _("op tafel gelegd om te tekenen")
        SIGNED = "signed", _("getekend")
        DECLINED = "declined", _("niet getekend")
        SEALED = "sealed", _("verzegeld")

    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    version = models.ForeignKey(AgreementVersion, models.CASCADE, related_name="trail")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=Kind)
    happened_at = models.DateTimeField()
    said = SealedJSONField(default=dict)
    previous = SealedTextField(blank=True, default="")
    digest = SealedTextField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["version", "position"], name="one_trail_event_per_position")
        ]

    def __str__(self) -> str:
        return f"{self.version} {self.position}"


class Signature(models.Model):
    """One side signed this version, from her own place. `position` says who was first.

    `consent_version` names the sentence she agreed to, `fingerprint` the frozen text she signed, `zone` the time zone
    in which `signed_at` is written on paper, `chained` the link of the trail that holds all this.
    """

    class Way(models.TextChoices):
        ACCOUNT = "account", _("eigen account, met wachtwoord")
        LINK_CODE = "link_code", _("eigen persoonlijke link, met eigen code")
        LINK_EMAIL = "link_email", _("eigen persoonlijke link, met een code per mail")

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    version = models.ForeignKey(AgreementVersion, models.CASCADE, related_name="signatures")
    party = models.ForeignKey(Party, models.CASCADE, related_name="+")
    seat = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    position = models.PositiveSmallIntegerField()
    typed_name = SealedTextField()
    consent_version = models.PositiveSmallIntegerField()
    identified_by = models.CharField(max_length=12, choices=Way)
    signed_at = models.DateTimeField()
    zone = models.CharField(max_length=40)
    fingerprint = SealedTextField()
    chained = SealedTextField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["version", "party"], name="one_signature_per_party")]

    def __str__(self) -> str:
        return self.public_id


class Refusal(models.Model):
    """One side does not sign this version, with her reason. Both read it."""

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    version = models.OneToOneField(AgreementVersion, models.CASCADE, related_name="refusal")
    seat = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    reason = SealedTextField(blank=True, default="")
    declined_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.public_id


class SealedPaper(models.Model):
    """The sealed PDF of a signed version. `sha256` is of the file as it went out: who holds the file can ask about it.

    Readable on purpose: the file holds a signature nobody can guess, so its hash tells nothing to who has no copy. None
    for a paper that was read in from a file: what was not sealed here is not vouched for here.
    """

    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    version = models.OneToOneField(AgreementVersion, models.CASCADE, related_name="paper")
    file = models.OneToOneField(KeptFile, models.SET_NULL, null=True, related_name="+")
    sha256 = models.CharField(max_length=64, unique=True, null=True)  # noqa: DJ001 - none is not the same as none
    signatures = models.PositiveSmallIntegerField()
    sealed_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.version}"


class ListedPaper(models.Model):
    """Another paper that was sealed here for somebody, such as a file of a disagreement. Only its hash is kept.

    Nothing says whose it is, of which table, or what is in it: the file went to who made it and to nobody else. Who
    holds it can ask whether it is genuine, like for a `SealedPaper`.
    """

    class Kind(models.TextChoices):
        """What sort of paper it is; the one word that who holds the file is told."""

        DISPUTE = "dispute", _("Dossier over een meningsverschil")

    sha256 = models.CharField(max_length=64, unique=True)
    kind = models.CharField(max_length=12, choices=Kind)
    sealed_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.sha256
