"""What was done with a version, as both sides may read it."""

from __future__ import annotations

from dataclasses import dataclass

from samenstroom.accounts.models import Person
from samenstroom.agreements.expiry import is_past
from samenstroom.agreements.models import AgreementVersion, Refusal, SealedPaper, Signature, TrailEvent
from samenstroom.collaborations.visibility import shared_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.rules.papers import Link, is_whole


@dataclass(frozen=True)
class Standing:
    """How a version stands: who signed, whether somebody said no, and the sealed paper when it is there."""

    signatures: tuple[Signature, ...]
    refusal: Refusal | None
    paper: SealedPaper | None

    def of_party(self, party: int) -> Signature | None:
        """The signature of one side."""
        return next((one for one in self.signatures if one.party_id == party), None)


@dataclass(frozen=True)
class Trail:
    """Every act with a version, in order, and whether the chain is whole."""

    events: tuple[TrailEvent, ...]
    is_whole: bool


def standing_of(visit: Visit, version: AgreementVersion) -> Standing:
    """How this version stands; a fixed number of queries."""
    person = visit.person
    signatures = shared_rows(Signature.objects.filter(version=version), seen_by=person)
    return Standing(
        signatures=tuple(signatures.select_related("party", "seat").order_by("position")),
        refusal=shared_rows(Refusal.objects.filter(version=version), seen_by=person).select_related("seat").first(),
        paper=paper_for(person, version),
    )


def can_sign(visit: Visit, version: AgreementVersion, standing: Standing) -> bool:
    """Whether she can sign it now: made here, open, both sit, her side did not sign, its last day is not over."""
    is_text = version.way == AgreementVersion.Way.MADE.value and bool(version.text) and not version.is_read_in
    has_signed = standing.of_party(visit.party.pk) is not None
    may = visit.speaks and visit.takes_part and not has_signed
    return may and version.is_open and is_text and not is_past(version, visit.now)


def can_decline(visit: Visit, version: AgreementVersion, standing: Standing) -> bool:
    """Whether she can say no to this version: it is open, comes from the other side, and hers did not sign it."""
    is_own = version.put_by is not None and version.put_by.party_id == visit.party.pk
    has_signed = standing.of_party(visit.party.pk) is not None
    return visit.speaks and version.is_open and not (is_own or has_signed)


def paper_for(person: Person, version: AgreementVersion) -> SealedPaper | None:
    """The sealed paper of this version, for who sits at its table."""
    return shared_rows(SealedPaper.objects.filter(version=version), seen_by=person).select_related("file").first()


def trail_of(visit: Visit, version: AgreementVersion) -> Trail:
    """The trail of this version."""
    events = tuple(shared_rows(TrailEvent.objects.filter(version=version), seen_by=visit.person).order_by("position"))
    links = [Link(one.said, str(one.previous), str(one.digest)) for one in events]
    return Trail(events, is_whole(links))


def waiting_for_seal() -> list[AgreementVersion]:
    """Versions that every side signed here and whose paper is not made yet."""
    rows = AgreementVersion.objects.filter(way=AgreementVersion.Way.MADE, is_read_in=False, paper=None).exclude(
        signed_at=None
    )
    return list(rows.filter(signatures__isnull=False).distinct().order_by("pk"))
