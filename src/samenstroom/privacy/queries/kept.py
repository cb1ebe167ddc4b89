"""What is kept about somebody, counted by kind. Only for herself."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.db.models import Model, QuerySet

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import Seat
from samenstroom.collaborations.visibility import private_rows, shared_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.learning.models import Outline
from samenstroom.mail.queries import mails_of
from samenstroom.privacy.fates import SHELLS, mixed_models, own_models, shared_models


@dataclass(frozen=True)
class KeptKind:
    """One kind of things, and how many of them there are."""

    group: str
    count: int


def kept_of(person: Person) -> list[KeptKind]:
    """What is hers alone and what is of both, by group; in a fixed number of queries. What is not there is left out."""
    found: Counter[str] = Counter()
    for group, model in own_models():
        found[group] += private_rows(_all(model), seen_by=person).count()
    for mixed, model in mixed_models():
        mine = _all(model).filter(**{mixed.owner: person})
        found[mixed.group] += mine.exclude(pk__in=mine.filter(mixed.is_shared).values("pk")).count()
        found["record"] += mine.filter(mixed.is_shared).count()
    for group, model in shared_models():
        if model.__name__ not in ("Collaboration", "Party", "Seat"):
            found[group] += shared_rows(_all(model), seen_by=person).count()
    found["tables"] = Seat.objects.filter(person=person).count()
    found["mail"] = mails_of(person).count()
    found.pop("wish", None)
    return [KeptKind(group, count) for group, count in found.items() if count]


def kept_here(visit: Visit) -> list[KeptKind]:
    """What is hers alone at one collaboration, by group; without her outline, which she decides about by itself."""
    found: Counter[str] = Counter()
    for group, model in own_models():
        if model is not Outline and any(one.name == "collaboration" for one in model._meta.concrete_fields):
            rows = private_rows(_all(model), seen_by=visit.person)
            found[group] += _with_content(rows.filter(collaboration=visit.collaboration))
    for mixed, model in mixed_models():
        mine = _all(model).filter(**{mixed.owner: visit.person}, collaboration=visit.collaboration)
        found[mixed.group] += _with_content(mine.exclude(pk__in=mine.filter(mixed.is_shared).values("pk")))
    return [KeptKind(group, count) for group, count in found.items() if count]


def _with_content(rows: QuerySet[Model]) -> int:
    """How many; of what may stay as an empty envelope those in which something is left."""
    shell = SHELLS.get(rows.model._meta.label)
    if shell is None:
        return rows.count()
    column, empty = shell
    return sum(value != empty for value in rows.values_list(column, flat=True))


def _all(model: type[Model]) -> QuerySet[Model]:
    return model._default_manager.all()
