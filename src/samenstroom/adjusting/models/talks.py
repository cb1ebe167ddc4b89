"""A talk that someone prepares for herself. Private, until she shares a part by an act of her own."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import Collaboration
from samenstroom.kit.sealing import SealedJSONField, SealedTextField
from samenstroom.kit.tokens import public_id


class Talk(models.Model):
    """What she wants to bring up, in her own words; later what came of it.

    `facts` is a list of sentences she picked or wrote. Everything she wrote is encrypted.
    """

    class Channel(models.TextChoices):
        WALK = "walk", _("Wandelend")
        FACE = "face", _("Aan tafel")
        CALL = "call", _("Bellend")
        VIDEO = "video", _("Met beeld")
        WRITTEN = "written", _("Schriftelijk")

    class Helped(models.TextChoices):
        YES = "yes", _("Ja, het stroomt weer")
        PARTLY = "partly", _("Een beetje")
        NO = "no", _("Nog niet")

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="talks")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    subject = SealedTextField()
    about_finding = SealedTextField(blank=True, default="")
    offered = SealedJSONField(default=list, blank=True)
    facts = SealedJSONField(default=list, blank=True)
    effect = SealedTextField(blank=True, default="")
    need = SealedTextField(blank=True, default="")
    request = SealedTextField(blank=True, default="")
    offer = SealedTextField(blank=True, default="")
    opening = SealedTextField(blank=True, default="")
    channel = SealedTextField(blank=True, default="")
    planned_on = models.DateField(null=True, blank=True)
    started_at = models.DateTimeField()
    invited_at = models.DateTimeField(null=True, blank=True)
    held_on = models.DateField(null=True, blank=True)
    agreed = SealedTextField(blank=True, default="")
    agreed_shared_at = models.DateTimeField(null=True, blank=True)
    look_back_on = models.DateField(null=True, blank=True)
    helped = SealedTextField(blank=True, default="")
    looked_back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["person", "collaboration"])]

    def __str__(self) -> str:
        return self.public_id

    @property
    def channel_word(self) -> str:
        """How she wants to hold it, in words."""
        return str(self.Channel(self.channel).label) if self.channel else ""
