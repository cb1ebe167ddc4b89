"""A mentor at one's side: whom somebody lets look along, what she shows, who looked, and what both wrote."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q

from samenstroom.accounts.models import Person
from samenstroom.accounts.outside import OutsideLink
from samenstroom.collaborations.models import Collaboration
from samenstroom.kit.sealing import SealedJSONField, SealedTextField
from samenstroom.kit.tokens import public_id


class Mentorship(OutsideLink):
    """`person` lets a `mentor` look along with what she shows, until and with `until_on`.

    The link brings the mentor in, once; from then on she signs in. `name` is how `person` calls her. `tables`:
    public id of a collaboration -> how the other side is called there (`shows_name`, `called`) and whom both agreed on
    (`companion`). `looked_at` is when the mentor last saw what was new. Nobody but the two ever knows of this.
    """

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="mentorships")
    mentor = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="mentees")
    name = SealedTextField()
    tables = SealedJSONField(default=dict, blank=True)
    until_on = models.DateField()
    asked_at = models.DateTimeField()
    began_at = models.DateTimeField(null=True, blank=True)
    looked_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person", "mentor"],
                condition=Q(ended_at=None, mentor__isnull=False),
                name="one_mentorship_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return self.public_id

    @property
    def first_name(self) -> str:
        """How she calls her, short."""
        return next(iter(str(self.name).split()), "")

    def is_on(self, today: date) -> bool:
        """She came in, nobody left, and the last day has not passed: only then is anything shown."""
        return self.mentor_id is not None and self.ended_at is None and today <= self.until_on


class MentorShare(models.Model):
    """One thing that is shown, or one kind of things. Without a `collaboration` it holds for all of hers.

    `what` holds the `kind`, and for one thing its `item` and `day`. `only_until`: what was made after it stays hers.
    The mentor's `name` is kept with it, so that a file says to whom it was shown. After `stopped_at` it shows nothing.
    """

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    mentorship = models.ForeignKey(Mentorship, models.CASCADE, null=True, related_name="shares")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, null=True, blank=True, related_name="+")
    name = SealedTextField()
    what = SealedJSONField()
    shown_at = models.DateTimeField()
    only_until = models.DateTimeField(null=True, blank=True)
    stopped_at = models.DateTimeField(null=True, blank=True)


class MentorLook(models.Model):
    """The mentor looked at one thing on one day. For who let her in. `mark` is a keyed hash, to keep it once a day."""

    mentorship = models.ForeignKey(Mentorship, models.CASCADE, null=True, related_name="looks")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, null=True, blank=True, related_name="+")
    mark = models.CharField(max_length=64)
    name = SealedTextField()
    what = SealedJSONField()
    looked_on = models.DateField()
    looked_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["mentorship", "mark", "looked_on"], name="one_look_of_a_mentor_per_day")
        ]


class MentorNote(models.Model):
    """What the mentor or who is accompanied wrote, between the two of them; with one thing that is shown, or not.

    It stays with both, also after one of them left. `about` is the thing as `MentorShare.what`; `answers` the note it
    answers. `name` is the mentor's. `read_at` is when the other of the two had it on her page.
    """

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    mentorship = models.ForeignKey(Mentorship, models.CASCADE, null=True, related_name="notes")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, null=True, blank=True, related_name="+")
    by_mentor = models.BooleanField()
    is_question = models.BooleanField(default=False)
    answers = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="answered_by")
    name = SealedTextField()
    about = SealedJSONField(default=dict, blank=True)
    words = SealedTextField()
    written_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.public_id
