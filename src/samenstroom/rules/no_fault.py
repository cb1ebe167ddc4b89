"""What nobody can help: illness, a life event, a rule that changed, an insolvency, trouble with somebody else.

Such an event lowers the weight of what lies near in time; it never raises anything, and is no finding by itself.
Illness comes unasked and takes the words as well as the work. A wedding or a move keeps people from working, not
from saying so: it excuses less, and no broken promise. It counts from a week before it was noted (people note it
late) until four weeks after it, or two weeks after the day on which it ends, when that day is known.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType

from samenstroom.rules.entries import Entry
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Side

Window = tuple[date, date, Side | None]

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
        "life_event": (CONDUCT - {"promise_not_kept"}, 0.6),
        "third_party_trouble": (CONDUCT - {"promise_not_kept"}, 0.6),
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
        if kind in excusable and any(_holds(one, whom, on) for one in _windows(history, event_kind)):
            factors.append(leaves)
    excusable, leaves = EXCUSES["pause_agreed"]
    if kind in excusable and history.is_paused(on, on + timedelta(days=1)):
        factors.append(leaves)
    return min(factors)


def _windows(history: History, event_kind: str) -> list[Window]:
    """Return from when until when, and for whom, each event of a kind excuses."""
    return history.once(event_kind, lambda known: [_window(event) for event in known.of(event_kind)])


def _window(event: Entry) -> Window:
    ends = event.day("due_on")
    until = max(event.on, ends) + AFTER_ITS_END if ends else event.on + AFTER
    return event.on - BEFORE, until, event.about


def _holds(window: Window, whom: Side | None, day: date) -> bool:
    begin, until, about = window
    return begin <= day <= until and not (about and whom and about != whom)
