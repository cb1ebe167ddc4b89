"""Her own lessons under one roof: those kept as such, and those she wrote at a decision or a farewell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.crypto import salted_hmac

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import Collaboration
from samenstroom.collaborations.visibility import private_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.exploring.flags import all_flags
from samenstroom.exploring.models import LookBack
from samenstroom.exploring.wording.scans import waving_flags
from samenstroom.farewell.models import Farewell
from samenstroom.farewell.queries.farewells import WORDS
from samenstroom.kit import clock
from samenstroom.learning.models import Lesson
from samenstroom.rules.lessons import Here, Learned, Place, Why, why_it_returns

from .counted import only_examples


@dataclass(frozen=True)
class LessonView:
    """One lesson as she reads it. `key` names it in an address; `kept` is None for one that does not come back yet.

    `name` and `table` say where it came from; the name is empty once that exploration was let go.
    """

    key: str
    words: str
    when: date
    name: str
    table: Collaboration | None
    learned: Learned
    source: str
    kept: Lesson | None = None
    written: LookBack | Farewell | None = None

    @property
    def returns(self) -> Mapping[str, Mapping[str, Any]]:
        return dict(self.kept.returns) if self.kept else {}

    @property
    def is_example(self) -> bool:
        """Whether it came from an example."""
        return self.table is not None and self.table.is_demo

    def comes_back(self, place: Place) -> bool:
        """Whether she lets it come back there."""
        return place.value in self.returns


@dataclass(frozen=True)
class Returning:
    """A lesson that comes back here, why, and on which terms."""

    lesson: LessonView
    why: Why
    terms: Mapping[str, Any] = field(default_factory=dict)


def lessons_of(person: Person) -> list[LessonView]:
    """All lessons of hers, newest first; three queries however many there are.

    What came out of a file stands there twice, with the same words at the same collaboration: shown once.
    """
    rows = private_rows(Lesson.objects.all(), seen_by=person)
    kept = [_kept(one) for one in rows.select_related("collaboration", "look_back__collaboration", "farewell")]
    known = {(one.table.pk if one.table else None, one.words) for one in kept}
    decided = private_rows(LookBack.objects.filter(lesson_kept=None), seen_by=person).select_related("collaboration")
    parted = private_rows(Farewell.objects.filter(lesson_kept=None), seen_by=person).select_related("collaboration")
    written = [*map(_decided, decided), *map(_parted, parted.defer(*WORDS))]
    found = [*kept, *(one for one in written if (one.table.pk if one.table else None, one.words) not in known)]
    return sorted((one for one in found if one.words), key=lambda one: (one.when, one.key), reverse=True)


def listed_lessons(person: Person) -> list[LessonView]:
    """Those she is shown in one list: her own; those of examples only while she has nothing but examples."""
    found = lessons_of(person)
    own = [one for one in found if not one.is_example]
    return own if len(own) == len(found) or not only_examples(person) else found


def lessons_at(visit: Visit) -> list[LessonView]:
    """Her lessons that came from this collaboration, newest first."""
    return [one for one in lessons_of(visit.person) if one.table is not None and one.table.pk == visit.collaboration.pk]


def lesson_by_key(person: Person, key: str) -> LessonView | None:
    """One lesson of hers."""
    return next((one for one in lessons_of(person) if one.key == key), None)


def taken_up(person: Person) -> frozenset[int]:
    """The look backs on a decision of which she says herself where they come back."""
    rows = private_rows(Lesson.objects.exclude(look_back=None), seen_by=person)
    return frozenset(rows.values_list("look_back", flat=True))


def here_of(visit: Visit) -> Here:
    """What this collaboration is like, by its kind and her newest scan."""
    flags = waving_flags(visit)
    dimensions = {flag.dimension.value for flag in all_flags() if flag.id in flags}
    return Here(visit.collaboration.kind, flags, frozenset(dimensions))


def returning(visit: Visit, place: Place) -> list[Returning]:
    """Her lessons that come back at this place: allowed by her, alike enough, and not put aside here.

    At the collaboration it came from a lesson does not come back, but for a rule of her own in an agreement. One of an
    example comes back only at examples.
    """
    if not visit.person.has_account:
        return []
    allowed = [one for one in lessons_of(visit.person) if one.comes_back(place)]
    allowed = [one for one in allowed if one.kept and mark_of(visit, place) not in one.kept.aside]
    allowed = [one for one in allowed if visit.collaboration.is_demo or not one.is_example]
    if place is not Place.AGREEMENT:
        allowed = [one for one in allowed if one.table is None or one.table.pk != visit.collaboration.pk]
    if not allowed:
        return []
    here = here_of(visit)
    found = []
    for one in allowed:
        terms = one.returns[place.value]
        why = why_it_returns(one.learned, here, is_everywhere=bool(terms.get("everywhere")))
        if why is not None:
            found.append(Returning(one, why, terms))
    return found


def mark_of(visit: Visit, place: Place) -> str:
    """How a place at one collaboration is kept in `Lesson.aside`."""
    return f"{visit.collaboration.public_id}:{place.value}"


def _kept(one: Lesson) -> LessonView:
    at_decision = one.look_back
    table = at_decision.collaboration if at_decision else one.collaboration
    flags = frozenset(at_decision.flags) if at_decision else frozenset()
    return LessonView(
        key=one.public_id,
        words=one.sentence,
        when=clock.day_of(one.learned_at),
        name=table.name if table else one.about.get("name", ""),
        table=table,
        learned=Learned(
            kind=one.about.get("kind", ""),
            dimension=one.about.get("dimension", ""),
            flags=flags | frozenset(filter(None, [one.about.get("flag", "")])),
        ),
        source=one.about.get("source", ""),
        kept=one,
    )


def _decided(one: LookBack) -> LessonView:
    table = one.collaboration
    return LessonView(
        key=_key("decision", one.pk), words=str(one.lesson), when=clock.day_of(one.looked_back_at),
        name=table.name if table else "", table=table, source="decision", written=one,
        learned=Learned(table.kind if table else "", "", frozenset(one.flags)),
    )  # fmt: skip


def _parted(one: Farewell) -> LessonView:
    day = one.moments.get("looked_back_on")
    return LessonView(
        key=_key("farewell", one.pk), words=str(one.lesson), source="farewell", written=one,
        when=date.fromisoformat(day) if day else clock.day_of(one.started_at), name=one.collaboration.name,
        table=one.collaboration, learned=Learned(one.collaboration.kind),
    )  # fmt: skip


def _key(source: str, number: int) -> str:
    """A name for something that has none: a keyed hash, so that counting leaks nothing."""
    return salted_hmac("samenstroom.learning.lesson", f"{source}:{number}", algorithm="sha256").hexdigest()[:20]
