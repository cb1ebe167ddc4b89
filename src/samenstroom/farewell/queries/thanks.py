"""Thanking each other: her own drafts, and what each shared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from samenstroom.accounts.models import Person
from samenstroom.collaborations.visibility import private_rows, shared_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.farewell.models import KeepInTouch, ReferenceYes, Testimonial, ThankNote
from samenstroom.kit import clock


@dataclass(frozen=True)
class ThanksView:
    """The two notes: her draft, what she shared, and what the other shared. Empty when there is none."""

    draft: str
    mine: str
    my_shared_on: date | None
    theirs: str


def thanks_of(visit: Visit) -> ThanksView:
    """Her own note with its draft, and of the other only what was shared."""
    notes = ThankNote.objects.filter(collaboration=visit.collaboration)
    own = private_rows(notes, seen_by=visit.person).first()
    shared = shared_rows(notes, seen_by=visit.person).exclude(shared_at=None).defer("draft").select_related("seat")
    sides = {note.seat.party_id if note.seat else 0: note for note in shared.order_by("shared_at", "pk")}
    mine, theirs = sides.get(visit.party.pk), sides.get(visit.other_party.pk)
    return ThanksView(
        draft=own.draft if own else "",
        mine=mine.words if mine else "",
        my_shared_on=clock.day_of(mine.shared_at) if mine and mine.shared_at else None,
        theirs=theirs.words if theirs else "",
    )


@dataclass(frozen=True)
class TestimonialView:
    """One testimonial, for who looks: whether she writes it, her draft, and what may be read."""

    row: Testimonial | None
    draft: str

    @property
    def is_released(self) -> bool:
        return bool(self.row and self.row.released_at and not self.row.withdrawn_at)

    @property
    def is_withdrawn(self) -> bool:
        return bool(self.row and self.row.withdrawn_at)

    @property
    def is_asked(self) -> bool:
        """It was asked, and there is no answer yet."""
        return bool(self.row and self.row.asked_at and not self.row.declined_at and not self.row.released_at)

    @property
    def is_declined(self) -> bool:
        return bool(self.row and self.row.declined_at and not self.row.released_at)

    @property
    def words(self) -> str:
        """What was released and stands."""
        return self.row.words if self.row and self.is_released else ""


@dataclass(frozen=True)
class Testimonials:
    """Hers about the other, and the other's about her."""

    mine: TestimonialView
    theirs: TestimonialView


def both_testimonials(visit: Visit) -> Testimonials:
    """Both, with a draft only of her own."""
    found = testimonials_by_table(visit.person, [visit])[visit.collaboration.pk]
    own = private_rows(Testimonial.objects.filter(collaboration=visit.collaboration), seen_by=visit.person)
    draft = own.filter(writer=visit.party).first()
    return replace(found, mine=replace(found.mine, draft=draft.draft if draft else ""))


def testimonials_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, Testimonials]:
    """Collaboration id -> both testimonials without drafts; one query for any number of tables."""
    keys = [visit.collaboration.pk for visit in visits]
    rows = shared_rows(Testimonial.objects.filter(collaboration__in=keys), seen_by=person).defer("draft")
    by_side = {(row.collaboration_id, row.writer_id): row for row in rows}
    found = {}
    for visit in visits:
        key = visit.collaboration.pk
        mine, theirs = by_side.get((key, visit.party.pk)), by_side.get((key, visit.other_party.pk))
        found[key] = Testimonials(TestimonialView(mine, ""), TestimonialView(theirs, ""))
    return found


def touch_of(visit: Visit) -> KeepInTouch | None:
    """What she wants to remember about staying in touch; hers alone."""
    return touches_by_table(visit.person).get(visit.collaboration.pk)


def touches_by_table(person: Person) -> dict[int, KeepInTouch]:
    """Collaboration id -> what she wants to remember; one query."""
    return {one.collaboration_id: one for one in private_rows(KeepInTouch.objects.all(), seen_by=person)}


def references_said(visit: Visit) -> tuple[bool, bool]:
    """Whether her side may be named as a reference, and whether the other's may."""
    rows = shared_rows(ReferenceYes.objects.filter(collaboration=visit.collaboration), seen_by=visit.person)
    allows = set(rows.filter(withdrawn_at=None).values_list("party", flat=True))
    return visit.party.pk in allows, visit.other_party.pk in allows
