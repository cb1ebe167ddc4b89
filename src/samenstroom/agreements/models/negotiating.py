"""What both say about a version that lies open, part by part: a yes, words, and how it could read otherwise.

A part is a clause, a clause of their own, how they treat each other, or who the two are (`rules.agreement.proposing`).
The version itself never changes: what both accepted becomes the next one.
"""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from samenstroom.collaborations.models import Collaboration, Party, Seat
from samenstroom.kit.sealing import SealedJSONField, SealedTextField
from samenstroom.kit.tokens import public_id
from samenstroom.rules.agreement.proposing import Proposed

from .versions import AgreementVersion

PART_MAX = 60


class ClauseYes(models.Model):
    """One side agrees with one part as it reads in this version; it can be taken back. No signature."""

    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    version = models.ForeignKey(AgreementVersion, models.CASCADE, related_name="+")
    part = models.CharField(max_length=PART_MAX)
    party = models.ForeignKey(Party, models.CASCADE, related_name="+")
    seat = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    said_at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.version} {self.part}"


class ClauseComment(models.Model):
    """Words about one part that both read. `answered_at`: the other side said or did something about it since."""

    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    version = models.ForeignKey(AgreementVersion, models.CASCADE, related_name="+")
    part = models.CharField(max_length=PART_MAX)
    words = SealedTextField()
    seat = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    said_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.version} {self.part}"


class ClauseProposal(models.Model):
    """One part as somebody wants it. `content` holds it `before` and `after`; None where it is not there, or should go.

    At most one of a part waits for an answer; another one of the other side answers it (`countered`). `noted_at`: what
    the other said, noted by one who is alone at the table. What was accepted waits for the next version, and is then
    `taken_into` it. `closed_at`: it waits no more, because the text became another one, or was signed.
    """

    class Answer(models.TextChoices):
        ACCEPTED = "accepted", _("akkoord")
        DECLINED = "declined", _("liever niet")
        COUNTERED = "countered", _("een ander voorstel")

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    version = models.ForeignKey(AgreementVersion, models.CASCADE, related_name="proposals")
    part = models.CharField(max_length=PART_MAX)
    content = SealedJSONField(default=dict)
    why = SealedTextField(blank=True, default="")
    put_by = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    put_at = models.DateTimeField()
    noted_at = models.DateTimeField(null=True, blank=True)
    answer = models.CharField(max_length=10, choices=Answer, blank=True, default="")
    word = SealedTextField(blank=True, default="")
    answered_by = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    taken_into = models.ForeignKey(AgreementVersion, models.SET_NULL, null=True, blank=True, related_name="+")

    def __str__(self) -> str:
        return self.public_id

    @property
    def is_open(self) -> bool:
        """Waits for an answer."""
        return not (self.answered_at or self.withdrawn_at or self.closed_at)

    @property
    def is_pending(self) -> bool:
        """Accepted, and waits for the next version."""
        return self.answer == self.Answer.ACCEPTED and not (self.closed_at or self.taken_into_id)

    @property
    def wanted(self) -> Proposed:
        """What it says, for the rules."""
        return Proposed(self.part, self.content["before"], self.content["after"])
