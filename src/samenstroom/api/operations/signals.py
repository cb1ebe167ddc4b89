"""What the rules notice, as the person of the token may see it. In code a signal is a finding."""

from datetime import date
from typing import Literal

from django.http import HttpRequest

from samenstroom.api.access import sees_private, visit_or_404
from samenstroom.api.paging import Cursor, Limit, Place, page_of
from samenstroom.api.shapes import Listed, Out, TableId
from samenstroom.collaborations.visits import Visit
from samenstroom.watch.queries import Noticed, noticed, noticed_by_both
from samenstroom.watch.wording import word_finding


class FactOut(Out):
    """One dated fact under a signal, in words, and where it came from."""

    text: str
    source: str
    circle: str


class SignalOut(Out):
    """One signal. `circle` `private`: it rests on something that only you know, so only you see it."""

    id: str
    code: str
    level: Literal["notice", "concern", "alarm", "good"]
    since: date
    circle: Literal["shared", "private"]
    title: str
    line: str
    meaning: str
    rule: str
    certainty: int
    facts: list[FactOut]
    next_step: str


def signals(request: HttpRequest, collaboration: TableId, limit: Limit, cursor: Cursor) -> Listed[SignalOut]:
    """What is noticed now, the newest first.

    With `private:read`: all you may see, without what you put aside. Otherwise only what both may see.
    """
    visit = visit_or_404(request, collaboration)
    seen = noticed(visit) if sees_private(request) else noticed_by_both(visit)
    found = page_of(seen, _place, limit=limit, cursor=cursor)
    return Listed[SignalOut](items=[_told(visit, one) for one in found[0]], next=found[1])


def _place(one: Noticed) -> Place:
    return Place(one.finding.since.isoformat(), one.mark)


def _told(visit: Visit, one: Noticed) -> SignalOut:
    page = word_finding(one.finding, visit, one.mark)
    return SignalOut(
        id=one.mark,
        code=one.finding.code,
        level=one.finding.level.value,
        since=one.finding.since,
        circle="private" if page.is_private else "shared",
        title=page.title,
        line=page.line,
        meaning=page.meaning,
        rule=page.rule,
        certainty=one.finding.certainty,
        facts=[FactOut(text=fact.text, source=fact.source, circle=fact.circle) for fact in page.evidence],
        next_step=page.next_step.title,
    )
