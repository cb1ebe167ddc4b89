"""A testimonial: a few words about working with the other, that may be used as its writer says."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import Collaboration, Party, Seat
from samenstroom.kit.sealing import SealedJSONField, SealedTextField


class Testimonial(models.Model):
    """One per side that writes. Offered by its writer, or asked by the other; `draft` is private to `person`.

    `words` and `use` (`is_public`, `with_name`) are what she released; after `withdrawn_at` it may no longer be used.
    """

    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="testimonials")
    writer = models.ForeignKey(Party, models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    asked_at = models.DateTimeField(null=True, blank=True)
    declined_at = models.DateTimeField(null=True, blank=True)
    draft = SealedTextField(blank=True, default="")
    words = SealedTextField(blank=True, default="")
    use = SealedJSONField(default=dict, blank=True)
    released_by = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    released_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["collaboration", "writer"], name="one_testimonial_per_side")
        ]

    def __str__(self) -> str:
        return str(self.pk)
