"""What nobody can help: illness, a life event, a rule that changed, an insolvency, trouble with somebody else.

Such an event lowers the weight of what lies near in time; it never raises anything, and is no finding by itself.
Illness comes unasked and takes the words as well as the work. A wedding or a move keeps people from working, not
from saying so: it excuses less. From a week before it was noted (people note it late) until four weeks after it,
or two weeks after the day on which it ends, when that day is known.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType

from samenstroom.rules.entries import Entry
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Side

BEFORE, AFTER, AFTER_ITS_END = timedelta(weeks=1), timedelta(weeks=4), timedelta(weeks=2)

CONDUCT: frozenset[str] = frozenset(
    {
        "deadline_missed",
        "promise_not_kept",
        "message_unanswered",
        "hours_below_agreed",
        "report_missing",
        "information_missing",
        "decision_left_open",
        "effort_felt_unequal",
        "priorities_changed",
        "invoice_overdue",
        "complaint_kept_inside",
        "talk_turned_personal",
        "messages_dreaded",
    }
)
MONEY: frozenset[str] = frozenset({"invoice_overdue", "paid_in_promises", "payment_condition_added"})
COURSE: frozenset[str] = frozenset(
    {"priorities_changed", "deadline_missed", "terms_left_open", "decision_left_open", "advice_overruled"}
)

EXCUSES: Mapping[str, tuple[frozenset[str], float]] = MappingProxyType(
    {
        "illness": (CONDUCT, 0.4),
        "life_event": (CONDUCT, 0.6),
        "third_party_trouble": (CONDUCT, 0.6),
        "insolvency": (MONEY, 0.4),
        "rule_changed": (COURSE, 0.4),
        "pause_agreed": (CONDUCT - {"invoice_overdue"}, 0.4),
    }
)
"""Event to what it excuses, and how much of the weight it leaves."""


def excused(history: History, kind: str, whom: Side | None, on: date) -> float:
    """Return what no-fault events leave of the weight of a fact of this kind about `whom` on this day: 1 when none
    lies near, else the lowest factor. An event about one side excuses that side and nobody in particular.
    """
    factors = [1.0]
    for event_kind, (excusable, leaves) in EXCUSES.items():
        if kind in excusable and any(_is_near(event, whom, on) for event in history.of(event_kind)):
            factors.append(leaves)
    excusable, leaves = EXCUSES["pause_agreed"]
    if kind in excusable and history.is_paused(on, on + timedelta(days=1)):
        factors.append(leaves)
    return min(factors)


def _is_near(event: Entry, whom: Side | None, day: date) -> bool:
    if event.about and whom and event.about != whom:
        return False
    ends = event.day("due_on")
    until = max(event.on, ends) + AFTER_ITS_END if ends else event.on + AFTER
    return event.on - BEFORE <= day <= until
