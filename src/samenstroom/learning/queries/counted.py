"""Which collaborations count: her own, and examples only for as long as there is nothing else to look at."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import F

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import Seat
from samenstroom.collaborations.visibility import private_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.learning.models import Outline


def counted(visits: Sequence[Visit]) -> list[Visit]:
    """Her own without the examples; all of them while there are only examples. The two never count together."""
    real = [one for one in visits if not one.collaboration.is_demo]
    return real or list(visits)


def only_examples(person: Person) -> bool:
    """Whether examples are all she has of the tables where she speaks, and she has no outline; one query or two."""
    speaks = Seat.objects.filter(person=person, party__speaker=F("pk"))
    kinds = set(speaks.values_list("collaboration__demo_for", flat=True))
    if not kinds or None in kinds:
        return False
    return not private_rows(Outline.objects.all(), seen_by=person).exists()
