"""The trail of a version: every act a link that holds the one before."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from samenstroom.agreements.models import AgreementVersion, TrailEvent
from samenstroom.collaborations.actions import write_line
from samenstroom.collaborations.models import Seat
from samenstroom.kit import clock
from samenstroom.rules.papers import chained, fingerprint

Kind = TrailEvent.Kind


def fingerprint_of(version: AgreementVersion) -> str:
    """The fingerprint of the frozen version: its data and every sentence as both read it.

    That of an addendum holds what changes and which version it changes; the whole follows from those two.
    """
    if version.amends:
        said = {"change": version.change, "text": version.text, "number": version.number}
        return fingerprint({**said, "amends": version.amends.number})
    return fingerprint({"content": version.content, "text": version.text, "number": version.number})


def open_trail(version: AgreementVersion) -> None:
    """The trail begins with the version as it was put on the table; once. Call it inside the transaction of the act."""
    if not TrailEvent.objects.filter(version=version).exists():
        said = {"fingerprint": fingerprint_of(version), **who(version.put_by)}
        add_link(version=version, kind=Kind.OPENED.value, said=said, at=version.put_at)


def add_link(*, version: AgreementVersion, kind: str, said: Mapping[str, Any], at: datetime) -> TrailEvent:
    """One more act in the trail. The caller holds the table, so that two acts never take the same place."""
    last = TrailEvent.objects.filter(version=version).order_by("-position").first()
    previous, position = (str(last.digest), last.position + 1) if last else ("", 1)
    whole = {"act": kind, "at": in_zone(at), "number": version.number, "place": position, **said}
    return TrailEvent.objects.create(
        collaboration_id=version.collaboration_id,
        version=version,
        position=position,
        kind=kind,
        happened_at=at,
        said=whole,
        previous=previous,
        digest=chained(whole, previous),
    )


def write_version_line(version: AgreementVersion, seat: Seat, act: str, now: datetime) -> None:
    """The line of history of an act with a version; of an addendum it names the version it changes."""
    kind, number = ("addendum", version.amends.number) if version.amends else ("version", version.number)
    write_line(seat=seat, kind=f"{kind}_{act}", now=now, data={"number": number})


def who(seat: Seat | None) -> dict[str, Any]:
    """Who did it, in the words of the trail: her side of the table and the name of her seat."""
    return {"side": seat.party.position, "name": str(seat.name)} if seat else {}


def in_zone(moment: datetime) -> str:
    """A moment as it is written in the trail: local time with its offset."""
    return moment.astimezone(clock.AMSTERDAM).isoformat(timespec="seconds")
