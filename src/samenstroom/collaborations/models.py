"""The shared record of one collaboration: parties, seats, stage, dated lines.

Every shared row carries its collaboration, every private row its person. Nothing here is owned by a practice:
both parties own the record with equal rights. The model knows no limit on the number of parties; version 1 makes two.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samenstroom.accounts.models import Invitee, Person, Practice
from samenstroom.kit import clock
from samenstroom.kit.sealing import SealedJSONField, SealedTextField
from samenstroom.kit.tokens import public_id
from samenstroom.rules.life_cycle import Stage
from samenstroom.rules.visibility import Circle

STAGES: list[tuple[str, str]] = [(stage.value, stage.value) for stage in Stage]
CIRCLES: list[tuple[str, str]] = [(Circle.PRIVATE.value, "private"), (Circle.SHARED.value, "shared")]


class Collaboration(models.Model):
    """Two parties who work together, or think about it.

    `demo_for`: an example made for this person to look around in. It sends no mail, counts in no statistics, nobody
    is ever invited to it, and it goes away as a whole.
    """

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    name = models.CharField(_("naam van de samenwerking"), max_length=120)
    kind = models.CharField(max_length=30)
    country = models.CharField(max_length=10)
    stage = models.CharField(max_length=10, choices=STAGES, default=Stage.EXPLORE.value)
    stage_since = models.DateTimeField(default=clock.now)
    created_at = models.DateTimeField(default=clock.now)
    demo_for = models.ForeignKey(Person, models.CASCADE, null=True, blank=True, related_name="+")

    def __str__(self) -> str:
        return self.name

    @property
    def is_demo(self) -> bool:
        """Whether this is an example to look around in."""
        return self.demo_for_id is not None


class Party(models.Model):
    """One side. `position` only keeps the order stable; it gives no rights."""

    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="parties")
    position = models.PositiveSmallIntegerField()
    practice = models.ForeignKey(Practice, models.SET_NULL, null=True, blank=True, related_name="parties")
    speaker = models.ForeignKey("Seat", models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["collaboration", "position"], name="one_party_per_position")
        ]


class Seat(models.Model):
    """A place at the table for one person of a party. Without `person` nobody has sat down yet."""

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="seats")
    party = models.ForeignKey(Party, models.CASCADE, related_name="seats")
    name = models.CharField(max_length=80)
    person = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="seats")
    invitee = models.OneToOneField(Invitee, models.SET_NULL, null=True, blank=True, related_name="seat")
    joined_at = models.DateTimeField(null=True, blank=True)
    added_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["collaboration", "person"], name="one_seat_per_person")
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def first_name(self) -> str:
        return self.name.split(" ")[0]


class HistoryLine(models.Model):
    """One dated line: something that happened, a talk, a decision, a fact. Shared, or private to its author.

    `data` and `note` are always encrypted at rest. Of a private line also what it is and whom it is about: its `kind`
    column says only that it is private; ask `what` and `about_party`. What is shared never goes away; it can be taken
    back with a date.
    """

    PRIVATE_KIND: ClassVar[str] = "private"

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="lines")
    circle = models.CharField(max_length=8, choices=CIRCLES)
    author = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    seat = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    kind = models.CharField(max_length=50)
    about = models.ForeignKey(Party, models.SET_NULL, null=True, blank=True, related_name="+")
    happened_on = models.DateField()
    recorded_at = models.DateTimeField(default=clock.now)
    data = SealedJSONField(default=dict, blank=True)
    note = SealedTextField(blank=True, default="")
    own = SealedJSONField(default=dict, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["collaboration", "happened_on"])]

    def __str__(self) -> str:
        return self.public_id

    @property
    def what(self) -> str:
        """What kind of line this is, private or not."""
        return str(self.own["kind"]) if self.kind == self.PRIVATE_KIND else self.kind

    @property
    def about_party(self) -> int | None:
        """The party it is about, private or not."""
        found: int | None = self.own.get("about") if self.kind == self.PRIVATE_KIND else self.about_id
        return found


class LineAnswer(models.Model):
    """How the other side sees a shared line: so it was, or differently. Shared, one per party."""

    class Stance(models.TextChoices):
        SO = "so", _("Zo was het")
        OTHERWISE = "otherwise", _("Ik zie het anders")

    line = models.ForeignKey(HistoryLine, models.CASCADE, related_name="answers")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    seat = models.ForeignKey(Seat, models.CASCADE, related_name="+")
    stance = models.CharField(max_length=10, choices=Stance)
    words = SealedTextField(blank=True, default="")
    answered_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["line", "seat"], name="one_answer_per_line")]


class OwnStage(models.Model):
    """Where one person is for herself. Leaves no trace for anyone else."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="own_stages")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    stage = SealedTextField()
    since = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["person", "collaboration"], name="one_own_stage")]


class PersonalNote(models.Model):
    """Origin and other private words about a collaboration, one per person."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="personal_notes")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    origin = SealedTextField(blank=True, default="")

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["person", "collaboration"], name="one_personal_note")]
