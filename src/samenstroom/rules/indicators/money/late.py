"""Invoice late: a bill is open after the agreed day, or bills keep being paid late.

Source: three years of invoices of freelancers: 29 % were paid late, of these more than three quarters within 14
days and nine out of ten within a month. So a few days late is a notice, 14 days a concern, 30 days an alarm. How
somebody pays is a habit: two late in a row say more than one.

An alarm at once when the bill is late and who has to pay cannot be reached, or wants to stop: unpaid and gone is
how money is lost in the published cases. A new condition after the work, or a complaint that comes with the bill,
makes it a concern. That a punctual payer stopped is told, but weighs no more than the days.

A talk, new terms, a repair, or a delay told by who has to pay lower it by one level together; so does what nobody
can help (insolvency, illness). Paying ends it. After a year an open bill is a matter for settlement, no sign about
now: a notice. Whether a bill whose day nobody knows is late, is not known.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from samenstroom.rules.bills import Bill, bills_of
from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.entries import Entry
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding, Level, Side
from samenstroom.rules.good_steps import GENERAL, Step, Whose, is_taken
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.indicators.telling import EVERYBODY, Rule, entries_of, per_side
from samenstroom.rules.no_fault import excused
from samenstroom.rules.weighing import Facts, lighter, weighed

CODE, VERSION = "invoice_late", 1
DIMENSION = Dimension.MONEY
RULE = Rule(CODE, VERSION, DIMENSION, ("reminder", "payment_terms", "deposit", "pause_work"))
GONE = ("pause_work", "reminder", "lawyer_check", "deposit")
SPOKEN_OVER = (*GENERAL, Step("delay_announced", 0.5, Whose.SAME))


@dataclass(frozen=True)
class Defaults:
    """Days late for each level; late bills in a row; bills in time that make a punctual payer; an old matter."""

    notice_days: int = 1
    concern_days: int = 14
    alarm_days: int = 30
    punctual: int = 3
    row: int = 2
    concern_row: int = 3
    old_days: int = 365
    half_life_weeks: float = 12


DEFAULTS = Defaults()


@dataclass(frozen=True)
class Account:
    """The bills of one payer, and what was noted about that payer since the first of them became late."""

    open_late: tuple[Bill, ...]
    row: tuple[Bill, ...]
    days: int
    stopped: bool
    gone: Facts
    leaving: Facts
    disputed: Facts
    conditional: Facts


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return a finding per payer; about both when it is not known who has to pay."""
    bills = bills_of(history)
    return per_side(lambda side: _finding(history, bills, side, defaults), EVERYBODY)


def _finding(history: History, bills: tuple[Bill, ...], side: Side, defaults: Defaults) -> Finding | None:
    own = tuple(bill for bill in bills if (bill.payer or Side.BOTH) == side)
    account = _account(history, own, side, defaults)
    level = _level(account, defaults)
    if level is None:
        return None
    since = account.open_late[0].due_on if account.open_late else None
    if since and _is_soothed(history, side, since):
        level = lighter(level)
    if account.days > defaults.old_days:
        level = Level.NOTICE
    return RULE.tell(
        history,
        level,
        side,
        _facts(account),
        _variant(history, account, side, defaults),
        fitting=GONE if account.gone or account.leaving else (),
        since=since,
    )


def _account(history: History, bills: tuple[Bill, ...], side: Side, defaults: Defaults) -> Account:
    open_late = tuple(bill for bill in bills if bill.is_open_late(history.today))
    since = min((bill.due_on for bill in open_late if bill.due_on), default=history.today)
    payer = None if side == Side.BOTH else side
    recent = history.today - timedelta(weeks=defaults.half_life_weeks)
    settled = [bill for bill in bills if bill in open_late or (bill.paid and bill.paid.on >= recent)]
    row = _newest_late_row(history.today, settled)

    def about(kind: str, begin: date) -> Facts:
        facts = weighed(history, (kind,), payer, defaults.half_life_weeks) if open_late else ()
        return tuple(fact for fact in facts if fact.entry.on >= begin)

    conditions = weighed(history, ("payment_condition_added",), payer, defaults.half_life_weeks)
    month = timedelta(days=defaults.alarm_days)
    before = settled[: len(settled) - len(row)][-defaults.punctual :]
    return Account(
        open_late=open_late,
        row=row,
        days=max((bill.days_late(history.today) for bill in open_late), default=0),
        stopped=len(row) == 1 and len(before) == defaults.punctual and all(_in_time(bill) for bill in before),
        gone=about("message_unanswered", since - month),
        leaving=about("wants_to_stop", since - month),
        disputed=(*about("complaint_at_bill", since - month), *about("claim_made", since - month)),
        conditional=conditions if payer or open_late else (),
    )


def _newest_late_row(today: date, bills: list[Bill]) -> tuple[Bill, ...]:
    row: list[Bill] = []
    for bill in reversed(bills):
        if bill.days_late(today) <= 0:
            break
        row.append(bill)
    return tuple(row[::-1])


def _in_time(bill: Bill) -> bool:
    return bill.paid is not None and bill.days_late(bill.paid.on) == 0


def _level(account: Account, defaults: Defaults) -> Level | None:
    is_open = bool(account.open_late)
    if is_open and (account.days >= defaults.alarm_days or account.gone or account.leaving):
        return Level.ALARM
    heavy = account.days >= defaults.concern_days or account.disputed or account.conditional
    if (is_open and (heavy or len(account.row) >= defaults.row)) or len(account.row) >= defaults.concern_row:
        return Level.CONCERN
    seen = account.days >= defaults.notice_days or len(account.row) >= defaults.row
    return Level.NOTICE if seen or account.conditional else None


def _is_soothed(history: History, payer: Side, since: date) -> bool:
    """Tell whether it was spoken over since it became late, or lies near something nobody could help."""
    whom = None if payer == Side.BOTH else payer
    return any(is_taken(history, step, whom, since) for step in SPOKEN_OVER) or _is_nobodys(history, payer, since)


def _is_nobodys(history: History, payer: Side, since: date) -> bool:
    return excused(history, "invoice_overdue", None if payer == Side.BOTH else payer, since) < 1


def _facts(account: Account) -> tuple[Entry, ...]:
    shown = account.row or account.open_late
    bills = [entry for bill in (*shown, *account.open_late) for entry in bill.entries]
    return (*bills, *entries_of(account.gone, account.leaving, account.disputed, account.conditional))


def _variant(history: History, account: Account, side: Side, defaults: Defaults) -> str:
    """Return the heaviest thing to say about it."""
    first = account.open_late[0] if account.open_late else None
    helpless = first is not None and _is_nobodys(history, side, first.due_on or first.begun_on)
    names = (
        ("no_fault", helpless),
        ("unreachable", bool(account.gone)),
        ("leaving", bool(account.leaving)),
        ("disputed", bool(account.disputed)),
        ("conditional", bool(account.conditional)),
        ("stopped", bool(first) and account.stopped),
        ("again", len(account.row) >= defaults.row),
        ("long", account.days >= defaults.concern_days),
    )
    return next((name for name, holds in names if holds), "open")


INDICATOR = Indicator(
    CODE,
    DIMENSION,
    ("entries", "payment_days"),
    VERSION,
    DEFAULTS,
    look,
    (
        "invoice_sent",
        "invoice_overdue",
        "invoice_paid",
        "message_unanswered",
        "wants_to_stop",
        "complaint_at_bill",
        "claim_made",
        "payment_condition_added",
    ),
    frozenset({CODE, "dispute", "unanswered"}),
)
