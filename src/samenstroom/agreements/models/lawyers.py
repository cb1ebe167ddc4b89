"""A lawyer who reads along behind a link of her own: private to who asked, until she shares a remark."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from samenstroom.accounts.models import Person
from samenstroom.accounts.outside import LINK_DAYS, OutsideLink, OutsideLook
from samenstroom.collaborations.models import Collaboration, Seat
from samenstroom.kit.sealing import SealedJSONField, SealedTextField
from samenstroom.kit.tokens import public_id


class LawyerReview(OutsideLink):
    """One lawyer whom `person` asks to read. Nobody else ever sees that it exists.

    The lawyer reads the texts that were given to her (`LawyerText`) and nothing else. `days` is how long each link
    works.
    """

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="lawyer_reviews")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    name = SealedTextField()
    words = SealedTextField(blank=True, default="")
    days = models.PositiveSmallIntegerField(default=LINK_DAYS)
    asked_at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["person", "collaboration"])]

    def __str__(self) -> str:
        return self.public_id

    @property
    def first_name(self) -> str:
        """What she calls the lawyer."""
        return next(iter(str(self.name).split()), "")


class LawyerText(models.Model):
    """A text as it stood when it was given to the lawyer. It never changes.

    `version` is the number of the version on the table; None is a draft of hers. `role` is what she is in it. The
    lawyer says with `reviewed_as` that she read up to and including this text; `read_at` is when who asked saw that.
    """

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    review = models.ForeignKey(LawyerReview, models.CASCADE, related_name="texts")
    number = models.PositiveIntegerField()
    version = models.PositiveIntegerField(null=True, blank=True)
    role = SealedTextField()
    content = SealedJSONField(default=dict)
    text = SealedJSONField(default=dict)
    given_at = models.DateTimeField()
    reviewed_as = SealedTextField(blank=True, default="")
    reviewed_at = models.DateTimeField(null=True, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["review", "number"], name="one_lawyer_text_per_number")
        ]

    def __str__(self) -> str:
        return self.public_id


class LawyerRemark(models.Model):
    """What the lawyer wrote about one place of a text: the code of a clause, `eigen-1`, or empty for the whole.

    `proposal` is a text she would put there. `taken_at`: who asked took it along into her draft.
    """

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    review = models.ForeignKey(LawyerReview, models.CASCADE, related_name="remarks")
    of_text = models.ForeignKey(LawyerText, models.CASCADE, related_name="remarks")
    place = SealedTextField(blank=True, default="")
    words = SealedTextField()
    proposal = SealedTextField(blank=True, default="")
    written_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)
    taken_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.public_id


class LawyerLook(OutsideLook):
    """The lawyer looked: who asked sees it."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    review = models.ForeignKey(LawyerReview, models.CASCADE, related_name="looks")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["review", "looked_at"], name="one_lawyer_look_a_minute")
        ]


class SharedRemark(models.Model):
    """A remark of a lawyer that one side chose to share, in exactly these words. Who the lawyer is stands nowhere.

    `version` is the number of the version it is about; None when that text never lay on the table.
    """

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="shared_remarks")
    seat = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    version = models.PositiveIntegerField(null=True, blank=True)
    about = SealedTextField(blank=True, default="")
    words = SealedTextField()
    proposal = SealedTextField(blank=True, default="")
    shared_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.public_id
