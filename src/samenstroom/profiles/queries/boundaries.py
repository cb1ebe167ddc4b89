"""Her own boundaries, for her alone: those that hold, and how they grew."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from samenstroom.accounts.models import Person
from samenstroom.kit import clock
from samenstroom.profiles.models import Boundary, BoundaryVersion


@dataclass(frozen=True)
class EarlierWords:
    """What a boundary said before."""

    version: int
    words: str
    why: str
    since: date
    until: date


@dataclass(frozen=True)
class BoundaryView:
    """One boundary as it is now. `since` is the day of this version; `let_go_on` is there when it holds no more."""

    public_id: str
    topic: str
    words: str
    why: str
    since: date
    version: int
    earlier: tuple[EarlierWords, ...]
    """Newest first."""
    let_go_on: date | None = None

    @property
    def holds(self) -> bool:
        """Whether it is hers now."""
        return self.let_go_on is None


def boundaries_of(person: Person) -> list[BoundaryView]:
    """The boundaries that hold now, oldest first."""
    return [one for one in all_boundaries_of(person) if one.holds]


def all_boundaries_of(person: Person) -> list[BoundaryView]:
    """Every boundary she ever drew, also those she let go of, oldest first."""
    return [view_of(one) for one in boundary_rows(person)]


def boundary_rows(person: Person) -> QuerySet[Boundary]:
    """Her boundaries with their versions; two queries however many there are."""
    return Boundary.objects.filter(person=person).prefetch_related("versions").order_by("drawn_at", "pk")


def boundary_by_id(person: Person, public_id: str) -> Boundary | None:
    """One boundary of hers."""
    return boundary_rows(person).filter(public_id=public_id).first()


def view_of(boundary: Boundary) -> BoundaryView:
    """A boundary as a record to read. Its versions were fetched with it."""
    *earlier, last = boundary.versions.all()
    return BoundaryView(
        public_id=boundary.public_id,
        topic=boundary.topic,
        words=last.words,
        why=last.why,
        since=clock.day_of(last.since_at),
        version=last.number,
        earlier=tuple(_earlier(one) for one in reversed(earlier)),
        let_go_on=clock.day_of(last.until_at) if last.until_at else None,
    )


def _earlier(version: BoundaryVersion) -> EarlierWords:
    return EarlierWords(
        version=version.number,
        words=version.words,
        why=version.why,
        since=clock.day_of(version.since_at),
        until=clock.day_of(version.until_at or version.since_at),
    )
