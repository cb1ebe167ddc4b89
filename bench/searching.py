"""What searching costs in a practice of years: rows made in bulk, because only how many there are matters here."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from bench.made import START, World
from bench.measure import medians
from samenstroom.agenda.queries.everything import coming_for
from samenstroom.collaborations.models import Collaboration, HistoryLine, Seat
from samenstroom.contributions.models import Contribution
from samenstroom.exploring.models import Feeling
from samenstroom.feedback.models import Appreciation
from samenstroom.planning.models import Task
from samenstroom.search.queries.found import Found, search

NOTE = "We spraken over de planning van het voorjaar, de nieuwe opmaak en wie de nieuwsbrief nakijkt. "
WEEKS = 156


@dataclass(frozen=True)
class SearchCost:
    """CPU seconds and queries of one look, how much it looked through, and how many looks a whole search takes."""

    name: str
    seconds: float
    queries: int
    looked_in: int
    of: int


def costs(world: World, *, runs: int) -> list[SearchCost]:
    """A word that is nowhere (everything is read), a word that is everywhere, and the calendar beside it."""
    _three_years(world)
    asks: dict[str, Any] = {"a word that is nowhere": "zeppelin", "a word that is everywhere": "planning"}
    seconds = medians({name: lambda w=word: _look(world, w) for name, word in asks.items()}, runs=runs)
    found = [_cost(world, name, word, seconds[name]) for name, word in asks.items()]
    feed = medians({"calendar": lambda: coming_for(world.person, world.now)}, runs=runs)
    with CaptureQueriesContext(connection) as queries:
        coming_for(world.person, world.now)
    return [*found, SearchCost("the calendar", feed["calendar"], len(queries), len(world.tables), len(world.tables))]


def _look(world: World, word: str) -> Found:
    return search(world.person, word, world.now)


def _cost(world: World, name: str, word: str, seconds: float) -> SearchCost:
    with CaptureQueriesContext(connection) as queries:
        one = _look(world, word)
    return SearchCost(name, seconds, len(queries), one.looked_in, one.of)


@transaction.atomic
def _three_years(world: World) -> None:
    for table in world.tables:
        seats = list(Seat.objects.filter(collaboration=table).select_related("party").order_by("pk"))
        for model, rows in _rows(world, table, seats):
            model._default_manager.bulk_create(rows, batch_size=500)


def _rows(world: World, table: Collaboration, seats: list[Seat]) -> Iterator[tuple[Any, list[Any]]]:
    """Every week two lines, a task, two entries of hours; every other week a feeling and a word of thanks."""
    weeks = [(START - timedelta(weeks=number), seats[number % 2]) for number in range(WEEKS)]
    yield HistoryLine, [_line(world, table, seat, at) for at, seat in weeks for _twice in range(2)]
    yield Task, [Task(collaboration=table, content=_task(), owner=seat.party, added_at=at) for at, seat in weeks]
    yield (
        Contribution,
        [
            Contribution(
                collaboration=table, party=seat.party, seat=seat, on=_day(at), amount="2", what=NOTE, added_at=at
            )
            for at, seat in weeks
            for _twice in range(2)
        ],
    )
    yield (
        Feeling,
        [Feeling(person=world.person, collaboration=table, step=3, words=NOTE, felt_at=at) for at, _seat in weeks[::2]],
    )
    yield (
        Appreciation,
        [Appreciation(collaboration=table, seat=seat, words=NOTE, given_at=at) for at, seat in weeks[::2]],
    )


def _line(world: World, table: Collaboration, seat: Seat, at: datetime) -> HistoryLine:
    return HistoryLine(
        collaboration=table, circle="shared", author=world.person, seat=seat, kind="talk_held", happened_on=_day(at),
        recorded_at=at, note=NOTE,
    )  # fmt: skip


def _task() -> dict[str, str]:
    return {"what": NOTE, "note": NOTE}


def _day(at: datetime) -> date:
    return at.date()
