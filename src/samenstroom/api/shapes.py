"""Shapes that come back: what goes in is read strictly, what comes out says who in one word."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Any, Generic, Literal, TypeVar

from ninja import Path
from pydantic import BaseModel, ConfigDict, Field

from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock

if TYPE_CHECKING:
    from samenstroom.collaborations.models import Seat

T = TypeVar("T")


class Out(BaseModel):
    """What this door tells."""


class In(BaseModel):
    """What is sent: nothing that is not named, and nothing that is turned into something else."""

    model_config = ConfigDict(extra="forbid", strict=True)


class Listed(Out, Generic[T]):
    """One page of a list, newest first."""

    items: list[T]
    next: str | None = Field(description="Give this as `cursor` for the next page; null when this was the last.")


class Fault(Out):
    """One thing that is wrong, and where."""

    detail: str
    pointer: str | None = Field(None, description="Where in the body, as a JSON pointer.")
    parameter: str | None = Field(None, description="Which parameter of the address.")
    scope: str | None = Field(None, description="Which scope the token lacks.")


class Problem(Out):
    """What went wrong (RFC 9457)."""

    type: str
    title: str
    status: int
    code: str
    errors: list[Fault] = []


Who = Literal["me", "other", "both", "nobody"]
"""A side of the table, for who asks."""

Id = Annotated[str, Field(description="Public id.", max_length=20)]
TableId = Annotated[str, Path(..., pattern=r"^[2-9a-z]{14}$", description="The `id` of the collaboration.")]
ItemId = Annotated[str, Path(..., pattern=r"^[2-9a-z]{14}$", description="The `id` of the item.")]
Day = Annotated[
    str,
    Field(
        pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
        json_schema_extra={"format": "date", "example": "2026-11-28"},
    ),
]
Number = Annotated[
    str,
    Field(
        pattern=r"^[0-9]{1,7}([.][0-9]{1,2})?$",
        description="A number as text, so that no cent is lost.",
        json_schema_extra={"example": "2.5"},
    ),
]
NOT_EMPTY = r"^[^\x00]*[^\x00\s][^\x00]*$"
ANY_WORDS = r"^[^\x00]*$"
Line = Annotated[str, Field(min_length=1, max_length=200, pattern=NOT_EMPTY)]
Words = Annotated[str, Field(max_length=2000, pattern=ANY_WORDS)]


def side(visit: Visit, party: int | None, nobody: Who = "nobody") -> Who:
    """Whose it is, for who asks; `nobody` is what no party means here."""
    if party is None:
        return nobody
    return "me" if party == visit.party.pk else "other"


def side_of(visit: Visit, seat: Seat | None) -> Who:
    """On whose side this seat is."""
    return side(visit, seat.party_id if seat else None)


def day_of(moment: datetime | None) -> date | None:
    """The day of a moment, in Amsterdam."""
    return clock.day_of(moment) if moment else None


def typed(sent: In, *names: str) -> dict[str, Any]:
    """What was sent, as a form reads it: nothing stays nothing."""
    given = sent.model_dump()
    return {name: "" if given[name] is None else given[name] for name in (names or given)}
