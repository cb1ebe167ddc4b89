"""A disagreement: what each tells of it, the text both accept, and the step of the ladder they are on."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import Collaboration, Party, Seat
from samenstroom.exchanges.models import Exchange
from samenstroom.kit.sealing import SealedJSONField, SealedTextField
from samenstroom.kit.tokens import public_id

PARTS = ("happened", "effect", "need", "offer")
"""What a version is made of: what happened, what it does with her, what she needs, what she could offer."""

PAIR_PURPOSE = "conflict"
"""Of the exchange in which two versions open together."""


class Conflict(models.Model):
    """Both disagree about one subject, named in one neutral sentence, within one of the seven dimensions.

    `pair` is the exchange in which both versions open together, once somebody chose that. `solved_at`: every side said
    so, or the one side that is alone noted it. `aside_at`: it rests; it can be taken up again. `noted_at`: opened by
    one who is alone at the table.
    """

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="conflicts")
    subject = SealedTextField()
    dimension = models.CharField(max_length=20)
    opened_by = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    opened_at = models.DateTimeField()
    noted_at = models.DateTimeField(null=True, blank=True)
    pair = models.OneToOneField(Exchange, models.SET_NULL, null=True, blank=True, related_name="+")
    solved_at = models.DateTimeField(null=True, blank=True)
    aside_by = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    aside_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.public_id

    @property
    def is_over(self) -> bool:
        """Nothing is added any more: it was solved."""
        return self.solved_at is not None

    @property
    def is_open(self) -> bool:
        """It asks something of both: not solved, and not laid aside."""
        return self.solved_at is None and self.aside_at is None


class ConflictDraft(models.Model):
    """Her own version while she writes it: hers alone. `parts`: what happened, what it does, what she needs, offers."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    conflict = models.ForeignKey(Conflict, models.CASCADE, related_name="+")
    parts = SealedJSONField(default=dict)
    written_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["conflict", "person"], name="one_conflict_draft_per_person")
        ]


class ConflictPart(models.Model):
    """One part of a version, given: both read exactly these words from then on. It never changes."""

    conflict = models.ForeignKey(Conflict, models.CASCADE, related_name="parts")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    seat = models.ForeignKey(Seat, models.CASCADE, related_name="+")
    part = models.CharField(max_length=12)
    words = SealedTextField()
    given_at = models.DateTimeField()


class SummarySentence(models.Model):
    """One sentence of what they agree on, or one thing somebody does and by when. Counts once the other accepts it.

    `does` is a thing to do; `who` does it, nobody named is both. `gone_at`: taken back, or another one took its place.
    """

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    conflict = models.ForeignKey(Conflict, models.CASCADE, related_name="sentences")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    words = SealedTextField()
    does = models.BooleanField(default=False)
    who = models.ForeignKey(Party, models.SET_NULL, null=True, blank=True, related_name="+")
    by_on = models.DateField(null=True, blank=True)
    proposed_by = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    proposed_at = models.DateTimeField()
    accepted_by = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    accepted_at = models.DateTimeField(null=True, blank=True)
    noted_at = models.DateTimeField(null=True, blank=True)
    gone_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.public_id

    @property
    def counts(self) -> bool:
        """Both stand behind it, or it was noted by one who is alone at the table."""
        return self.gone_at is None and (self.accepted_at is not None or self.noted_at is not None)


class SolvedWord(models.Model):
    """One side says that it is solved for her; once every side did, it is."""

    conflict = models.ForeignKey(Conflict, models.CASCADE, related_name="solved_words")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    seat = models.ForeignKey(Seat, models.CASCADE, related_name="+")
    said_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["conflict", "seat"], name="one_solved_word_per_seat")]


class LadderMove(models.Model):
    """They are on this step of the ladder from a day on. `due_on` is its last day; none when nobody agreed on one.

    `is_agreed`: the agreement that held then says so; otherwise it was a step they only were offered.
    """

    conflict = models.ForeignKey(Conflict, models.CASCADE, related_name="moves")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    step = models.CharField(max_length=12)
    began_on = models.DateField()
    due_on = models.DateField(null=True, blank=True)
    is_agreed = models.BooleanField()
    moved_by = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    moved_at = models.DateTimeField()
    noted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["conflict", "step"], name="one_move_to_a_step")]
