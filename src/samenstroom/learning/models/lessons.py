"""What somebody learned, in one sentence, and where she lets it come back. Private to one person."""

from __future__ import annotations

from django.db import models

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import Collaboration
from samenstroom.exploring.models import LookBack
from samenstroom.farewell.models import Farewell
from samenstroom.kit.sealing import SealedJSONField, SealedTextField
from samenstroom.kit.tokens import public_id


class Lesson(models.Model):
    """One sentence. It outlives the collaboration it came from: the name stays in `about`.

    A lesson that was written at a decision (`look_back`) or a farewell stands there; this row then only says where it
    may come back, and `words` is what is left when that farewell is let go. `about` holds `dimension`, `flag`, `kind`
    and `name` of the collaboration, and `source`. `returns`: place -> what was agreed for it there. `aside`: the
    collaborations and places where she put it aside.
    """

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="lessons")
    collaboration = models.ForeignKey(Collaboration, models.SET_NULL, null=True, blank=True, related_name="+")
    learned_at = models.DateTimeField()
    words = SealedTextField(blank=True, default="")
    about = SealedJSONField(default=dict, blank=True)
    returns = SealedJSONField(default=dict, blank=True)
    aside = SealedJSONField(default=list, blank=True)
    look_back = models.OneToOneField(LookBack, models.CASCADE, null=True, blank=True, related_name="lesson_kept")
    farewell = models.OneToOneField(Farewell, models.SET_NULL, null=True, blank=True, related_name="lesson_kept")

    def __str__(self) -> str:
        return self.public_id

    @property
    def sentence(self) -> str:
        """What she learned, as it reads now."""
        if self.look_back is not None:
            return str(self.look_back.lesson)
        return str(self.farewell.lesson) if self.farewell is not None and self.farewell.lesson else str(self.words)
