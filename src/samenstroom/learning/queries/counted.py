"""Which collaborations count: her own, and examples only for as long as there is nothing else to look at."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import F

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import Seat
from samenstroom.collaborations.visits import Visit


def counted(visits: Sequence[Visit]) -> list[Visit]:
    """Her own without the examples; all of them while there are only examples. The two never count together."""
    real = [one for one in visits if not one.collaboration.is_demo]
    return real or list(visits)


def only_examples(person: Person) -> bool:
    """Whether examples are all she has, of the tables where she speaks for her side; one query."""
    speaks = Seat.objects.filter(person=person, party__speaker=F("pk"))
    kinds = set(speaks.values_list("collaboration__demo_for", flat=True))
    return bool(kinds) and None not in kinds
