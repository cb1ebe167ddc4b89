"""The history of a collaboration, and writing one line in the logbook."""

from datetime import date, datetime
from typing import Literal

from django.http import HttpRequest

from samenstroom.api.access import acting_visit, sees_private, visit_or_404
from samenstroom.api.once import once
from samenstroom.api.paging import Cursor, Limit, Place, page_of
from samenstroom.api.problems import form_problem, parameter_problem
from samenstroom.api.shapes import Day, Id, In, Listed, Number, Out, TableId, Who, Words, day_of, side_of, typed
from samenstroom.collaborations.forms import LineForm
from samenstroom.collaborations.queries import LineView, history_lines, line_view, shared_lines
from samenstroom.collaborations.visits import Visit
from samenstroom.connections.labels import Scope
from samenstroom.dossier.export import IMPORTED_BY
from samenstroom.kit import clock
from samenstroom.table.logbook import fact_of_kind, keep_line


class LineAnswerOut(Out):
    """How a side sees a line: `so` or `otherwise`."""

    by: Who
    stance: str
    words: str


class LineOut(Out):
    """One dated line. `text` is the sentence in the language that was asked for, `note` somebody's own words.

    `read_in_by`: who read this line in from a file; it is then not confirmed by whose words it has.
    """

    id: Id
    on: date
    recorded_at: datetime
    circle: Literal["shared", "private"]
    kind: str
    text: str
    note: str
    by: Who
    read_in_by: str | None
    withdrawn_on: date | None
    answers: list[LineAnswerOut]


class LineIn(In):
    """A line for the logbook. `kind` is `note`, `decision`, `file_link`, or one of the dated facts of the app.

    `circle` `private` takes the scope `private:write`. The other fields only count for facts that have them.
    """

    kind: str = "note"
    circle: Literal["shared", "private"] = "shared"
    happened_on: Day | None = None
    note: Words = ""
    about: Literal["me", "other"] | None = None
    amount: Number | None = None
    hours: Number | None = None
    days: int | None = None
    percent: int | None = None
    due_on: Day | None = None
    person_name: str | None = None


def history(request: HttpRequest, collaboration: TableId, limit: Limit, cursor: Cursor) -> Listed[LineOut]:
    """Everything dated that both see, newest first. With `private:read` also your own private lines."""
    visit = visit_or_404(request, collaboration)
    lines = history_lines(visit) if sees_private(request) else shared_lines(visit)
    found = page_of(lines, _place, limit=limit, cursor=cursor)
    return Listed[LineOut](items=[_told(visit, one) for one in found[0]], next=found[1])


@once(201)
def add_history(request: HttpRequest, collaboration: TableId, sent: LineIn) -> LineOut:
    """Write a line in the logbook: for both, or only for you. The same line again within ten minutes is once."""
    is_private = sent.circle == "private"
    scope = Scope.PRIVATE_WRITE if is_private else Scope.SHARED_WRITE
    visit = acting_visit(request, collaboration, scope=scope, also_after_the_end=is_private)
    fact = fact_of_kind(sent.kind)
    if fact is None:
        raise parameter_problem("kind")
    today = clock.day_of(visit.now)
    data = {**typed(sent), "happened_on": sent.happened_on or today.isoformat()}
    form = LineForm(data, fact=fact, today=today, other_name=visit.other_name, may_be_private=True)
    if not form.is_valid():
        raise form_problem(form)
    made = line_view(visit, keep_line(visit, sent.kind, form).public_id)
    assert made is not None, "she wrote it just now"
    return _told(visit, made)


def _place(view: LineView) -> Place:
    return Place(f"{view.line.happened_on.isoformat()}T{view.line.recorded_at.isoformat()}", view.line.public_id)


def _told(visit: Visit, view: LineView) -> LineOut:
    line = view.line
    return LineOut(
        id=line.public_id,
        on=line.happened_on,
        recorded_at=line.recorded_at,
        circle="private" if view.is_private else "shared",
        kind=line.what,
        text=view.sentence,
        note=str(line.note),
        by=side_of(visit, line.seat),
        read_in_by=line.own.get(IMPORTED_BY),
        withdrawn_on=day_of(line.withdrawn_at),
        answers=[
            LineAnswerOut(by=side_of(visit, one.seat), stance=one.stance, words=str(one.words)) for one in view.answers
        ],
    )
