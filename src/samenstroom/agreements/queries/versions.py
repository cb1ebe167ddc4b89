"""The versions of an agreement, as both see them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Count, OuterRef, Prefetch, QuerySet, Subquery

from samenstroom.accounts.models import Person
from samenstroom.agreements.models import AgreementVersion, Signature
from samenstroom.collaborations.visibility import shared_rows
from samenstroom.collaborations.visits import Visit

HEAVY = ("content", "text", "change")
"""Sealed columns that a list has no need of."""


def versions_of(visit: Visit) -> list[AgreementVersion]:
    """Every version that ever lay on this table, newest first."""
    return list(_rows(visit.person).filter(collaboration=visit.collaboration))


def version_by_number(visit: Visit, number: int) -> AgreementVersion | None:
    """One version of this table."""
    return _rows(visit.person).filter(collaboration=visit.collaboration, number=number).first()


def open_version_of(visit: Visit) -> AgreementVersion | None:
    """The version that lies on the table and waits for names."""
    return next((one for one in versions_of(visit) if one.is_open), None)


def base_of(visit: Visit) -> AgreementVersion | None:
    """The signed version that holds at this table and that an addendum can change."""
    rows = versions_of(visit)
    return next((one for one in rows if one.holds and not one.is_addendum), None)


def whole_content(visit: Visit, base: AgreementVersion) -> Mapping[str, Any]:
    """The document as it reads now: that of the version, with the addenda that were signed since."""
    rows = _rows(visit.person).filter(collaboration=visit.collaboration, amends=base, replaced_at=None)
    newest = rows.exclude(signed_at=None).order_by("-signed_at", "-pk").first()
    found: Mapping[str, Any] = (newest or base).content
    return found


def versions_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, list[AgreementVersion]]:
    """Collaboration id -> its versions, newest first; two queries for any number of tables. Without their text."""
    found: dict[int, list[AgreementVersion]] = {visit.collaboration.pk: [] for visit in visits}
    for one in (
        _rows(person)
        .filter(collaboration__in=list(found))
        .defer("content", "text", "change", "amends__content", "amends__text", "amends__change")
    ):
        found[one.collaboration_id].append(one)
    return found


def place_of(version: AgreementVersion) -> int:
    """Which addendum to its version this is, counted from 1; without a query for versions that were read here."""
    known: int | None = getattr(version, "place", None)
    if known is not None or version.amends_id is None:
        return known or 0
    rows = AgreementVersion.objects.filter(amends=version.amends_id, number__lte=version.number)
    return rows.count()


def _rows(person: Person) -> QuerySet[AgreementVersion]:
    rows = shared_rows(AgreementVersion.objects.all(), seen_by=person)
    signed = Prefetch("signatures", Signature.objects.only("version_id", "party_id"))
    told = rows.select_related("put_by", "provider", "refusal__seat", "amends").defer("refusal__reason")
    return told.annotate(place=_place()).prefetch_related(signed).order_by("-number")


def _place() -> Subquery:
    beside = AgreementVersion.objects.filter(amends=OuterRef("amends"), number__lte=OuterRef("number"))
    counted = beside.order_by().values("amends").annotate(place=Count("pk"))
    return Subquery(counted.values("place"))
