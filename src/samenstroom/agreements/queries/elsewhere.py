"""What was signed elsewhere, as both see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from samenstroom.accounts.models import Person
from samenstroom.agreements.models import AgreementVersion, SignedElsewhere
from samenstroom.collaborations.visibility import shared_rows
from samenstroom.collaborations.visits import Visit

BESIDE = ("version__put_by__party", "version__provider", "file", "confirmed_by__party", "denied_by__party")


@dataclass(frozen=True)
class ElsewhereView:
    """One note for who looks."""

    record: SignedElsewhere
    is_mine: bool

    @property
    def version(self) -> AgreementVersion:
        return self.record.version

    @property
    def waits_for_me(self) -> bool:
        """The other noted it, and she did not say whether it is right."""
        return self.record.waits and not self.is_mine and self.version.put_by_id is not None


def elsewhere_of(visit: Visit, version: AgreementVersion) -> ElsewhereView | None:
    """What is known of this version, when it was signed elsewhere."""
    found = _rows(visit.person).filter(collaboration=visit.collaboration, version=version).first()
    return _view(visit, found) if found else None


def elsewhere_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, list[ElsewhereView]]:
    """Collaboration id -> what was noted there, newest first; one query for any number of tables, without the terms."""
    tables = {visit.collaboration.pk: visit for visit in visits}
    found: dict[int, list[ElsewhereView]] = {key: [] for key in tables}
    for one in (
        _rows(person).filter(collaboration__in=tables).defer("version__content", "version__text", "version__change")
    ):
        found[one.collaboration_id].append(_view(tables[one.collaboration_id], one))
    return found


def note_to_change(visit: Visit) -> ElsewhereView | None:
    """The newest note of her own side that stands: what she notes next takes its place."""
    views = elsewhere_by_table(visit.person, [visit])[visit.collaboration.pk]
    return next((one for one in views if one.is_mine and one.record.stands and not one.version.is_addendum), None)


def _rows(person: Person) -> QuerySet[SignedElsewhere]:
    rows = shared_rows(SignedElsewhere.objects.all(), seen_by=person).order_by("-version__number")
    return rows.select_related(*BESIDE)


def _view(visit: Visit, record: SignedElsewhere) -> ElsewhereView:
    noter = record.version.put_by
    return ElsewhereView(record, is_mine=noter is not None and noter.party_id == visit.party.pk)
