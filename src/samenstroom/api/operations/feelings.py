"""Gut feelings: only ever those of the person of the token."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Literal

from django.http import HttpRequest
from pydantic import Field

from samenstroom.api.access import connection_of, feelings_there, person_of, visits_there
from samenstroom.api.once import once
from samenstroom.api.paging import Cursor, Limit, Place, page_of
from samenstroom.api.problems import ProblemError, form_problem
from samenstroom.api.shapes import ANY_WORDS, Day, Id, In, Listed, Out, typed
from samenstroom.connections.labels import Scope
from samenstroom.exploring.actions.feelings import note_feeling
from samenstroom.exploring.forms.feelings import FeelingForm
from samenstroom.kit import clock

if TYPE_CHECKING:
    from samenstroom.exploring.models import Feeling

Percent = Literal[0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]


class FeelingOut(Out):
    """What a gut said: 1 (*nee*) to 5 (*ja*). `sussed`: the head says something else."""

    id: Id
    felt_at: datetime
    about: str | None = Field(description="The collaboration it is about; null for none.")
    step: int
    sussed: bool
    words: str
    subject: str
    prediction: str
    percent: int | None
    known_on: date | None
    came_true: bool | None


class FeelingIn(In):
    """A feeling, locked once it is kept. A prediction is a sentence, a percentage and a day: all three or none."""

    step: Annotated[int, Field(ge=1, le=5)]
    about: Annotated[str, Field(pattern=r"^[2-9a-z]{14}$")] | None = None
    words: Annotated[str, Field(max_length=1000, pattern=ANY_WORDS)] = ""
    sussed: bool = False
    subject: (
        Literal[
            "communication",
            "values",
            "balance",
            "trust",
            "money",
            "priorities",
            "personal",
            "evenings",
            "energy",
            "other",
        ]
        | None
    ) = None
    prediction: Annotated[str, Field(max_length=300, pattern=ANY_WORDS)] = ""
    percent: Percent | None = None
    known_on: Day | None = None


class KeptOut(Out):
    """It is kept, and locked."""

    id: Id
    felt_at: datetime


def feelings(request: HttpRequest, limit: Limit, cursor: Cursor) -> Listed[FeelingOut]:
    """Your own feelings, newest first. Takes `private:read`."""
    found = page_of(feelings_there(request), _place, limit=limit, cursor=cursor)
    return Listed[FeelingOut](items=[_told(one) for one in found[0]], next=found[1])


@once(201)
def note(request: HttpRequest, sent: FeelingIn) -> KeptOut:
    """Keep a feeling, about one collaboration or about none. Takes `private:write`; only you ever see it.

    A token for some collaborations notes feelings about those, and none about nothing in particular.
    """
    person = person_of(request, Scope.PRIVATE_WRITE)
    visits, now = visits_there(request, Scope.PRIVATE_WRITE), clock.now()
    data = {**typed(sent), "percent": "" if sent.percent is None else str(sent.percent)}
    form = FeelingForm(data, tables=visits, today=clock.day_of(now))
    if not form.is_valid():
        raise form_problem(form)
    if not form.cleaned_data["about"] and connection_of(request).tables is not None:
        raise ProblemError("not-found")
    given = form.cleaned_data
    about = next((one.collaboration for one in visits if one.collaboration.public_id == given["about"]), None)
    made = note_feeling(
        person=person, collaboration=about, step=given["step"], sussed=given["sussed"], words=given["words"],
        subject=given["subject"], prediction=given["prediction"], percent=form.percent_value(),
        known_on=given["known_on"], now=now,
    )  # fmt: skip
    return KeptOut(id=made.public_id, felt_at=made.felt_at)


def _place(one: "Feeling") -> Place:
    return Place(one.felt_at.isoformat(), one.public_id)


def _told(one: "Feeling") -> FeelingOut:
    return FeelingOut(
        id=one.public_id,
        felt_at=one.felt_at,
        about=one.collaboration.public_id if one.collaboration else None,
        step=one.step,
        sussed=one.sussed,
        words=str(one.words),
        subject=str(one.subject),
        prediction=str(one.prediction),
        percent=one.percent,
        known_on=one.known_on,
        came_true=one.outcome,
    )
