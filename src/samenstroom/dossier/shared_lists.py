"""What both own, in lists: section -> how its rows stand there. What a row points at comes before it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from samenstroom.adjusting.models import Pause, RepairAttempt
from samenstroom.adjusting.queries.attempts import attempts_of
from samenstroom.adjusting.queries.pauses import pauses_of
from samenstroom.adjusting.wording.attempts import attempt_page, look_page
from samenstroom.adjusting.wording.pauses import pause_page
from samenstroom.collaborations.visits import Visit
from samenstroom.exchanges.models import Exchange, ExchangeAnswer
from samenstroom.exchanges.queries import exchange_answers_readable_by
from samenstroom.exploring.models import Trial
from samenstroom.exploring.queries.acquaintance import acquaintances_of
from samenstroom.exploring.queries.trials import trials_of
from samenstroom.exploring.side_by_side import build_side_by_side
from samenstroom.exploring.wording.trials import compared, trial_page
from samenstroom.farewell.models import Ending, LastDay

from .agreed_lists import AGREED
from .deals_lists import DEALS
from .disagreement_lists import DISAGREEMENTS
from .elsewhere_lists import SIGNED_ELSEWHERE
from .ended_lists import ENDED
from .feedback_lists import FEEDBACK
from .file_lists import FILES
from .handed_lists import HANDED
from .hours_lists import HOURS
from .invoice_lists import INVOICES
from .kept import Kept, Row, Seal, Turn
from .mentor_lists import MENTOR
from .outside_lists import OUTSIDE
from .priorities_lists import PRIORITIES
from .rows import plain, stored
from .start_lists import START_LISTS
from .started_lists import STARTED, expectations_read
from .task_lists import TASKS

if TYPE_CHECKING:
    from .importing import Table
    from .lists_out import Names

ONE_DAY = timedelta(days=1)


def _exchanges_read(visit: Visit) -> object:
    return _acquaintances_read(visit), expectations_read(visit)


def _acquaintances_read(visit: Visit) -> object:
    opened = [one for one in acquaintances_of(visit) if one.is_revealed and one.mine is not None]
    return [build_side_by_side(visit, one, ()) for one in opened if one.theirs is not None]


def _trials_read(visit: Visit) -> object:
    return [(trial_page(visit, one), compared(visit, one)) for one in trials_of(visit)]


def _attempts_read(visit: Visit) -> object:
    return [(attempt_page(visit, one), look_page(visit, one)) for one in attempts_of(visit)]


def _pauses_read(visit: Visit) -> object:
    return [pause_page(visit, one) for one in pauses_of(visit)]


def _is_answer_open(answer: ExchangeAnswer) -> bool:
    return answer.exchange.revealed_at is not None or answer.freed_at is not None


def _tries_out(tries: Any, names: Names) -> list[Row]:
    """Who does it as a party; a position means nothing in a file."""
    by_position = dict(enumerate(names.keys.parties.values(), start=1))
    return [{name: by_position.get(one, one) if name == "who" else one for name, one in row.items()} for row in tries]


def _tries_back(tries: Any, table: Table) -> list[Row]:
    return [{"text": one["text"], "who": table.position_of(one.get("who"))} for one in tries]


def _last_day(resumes_on: Any, _names: Names) -> Any:
    """In a file a pause has its last day; here the day on which they go on."""
    return plain(resumes_on - ONE_DAY) if resumes_on else None


def _resumes_on(last_day: Any, _table: Table) -> Any:
    return stored(Pause._meta.get_field("resumes_on"), last_day) + ONE_DAY


def _told_pause(row: Row, table: Table) -> Row:
    """A pause that somebody tells of, without who proposed it and when, simply held."""
    if "proposed_at" in row:
        return row
    told_on = min(row.get("announced_on", row["on"]), plain(table.now)[:10])
    return {"noted_at": told_on, "still": ["work"], **row, "proposed_at": told_on}


SHARED_LISTS: Mapping[str, Kept] = {
    **FILES,
    **FEEDBACK,
    **PRIORITIES,
    **INVOICES,
    **START_LISTS,
    **TASKS,
    **MENTOR,
    "exchanges": Kept(
        Exchange,
        ("purpose", "started_at", "revealed_at", "closed_at"),
        ("started_at", "pk"),
        letter="x",
        seats=("started_by",),
        inside={
            "answers": Kept(
                ExchangeAnswer,
                ("sent_at", "answers", "freed_at"),
                ("pk",),
                names={"answers": "values"},
                parent="exchange",
                seal=Seal(exchange_answers_readable_by, _is_answer_open, lambda exchange: exchange.is_over),
            )
        },
        must_read=_exchanges_read,
    ),
    "trials": Kept(
        Trial,
        (
            "scope", "starts_on", "ends_on", "pay", "price", "hours", "rate", "questions", "proposed_at", "agreed_at",
            "outside_at", "replaced_at", "dropped_at", "finished_at",
        ),
        ("proposed_at", "pk"),
        seats=("proposed_by", "agreed_by", "outside_by"),
        rows={"exchange": "exchanges"},
        must_read=_trials_read,
    ),
    "attempts": Kept(
        RepairAttempt,
        ("stuck", "tries", "look_back_on", "proposed_at", "agreed_at", "dropped_at"),
        ("proposed_at", "pk"),
        names={"look": "exchange"},
        seats=("proposed_by", "agreed_by"),
        rows={"look": "exchanges"},
        turned={"tries": Turn(_tries_out, _tries_back)},
        must_read=_attempts_read,
    ),
    "pauses": Kept(
        Pause,
        (
            "starts_on", "resumes_on", "look_again_on", "still", "words", "reason", "proposed_at", "agreed_at",
            "noted_at", "dropped_at", "ended_on",
        ),
        ("proposed_at", "pk"),
        names={"starts_on": "on", "resumes_on": "until", "words": "text", "proposed_by": "by"},
        seats=("proposed_by", "agreed_by", "ended_by"),
        turned={"resumes_on": Turn(_last_day, _resumes_on)},
        complete=_told_pause,
        must_read=_pauses_read,
    ),
    "endings": Kept(
        Ending,
        ("how", "words", "last_on", "announced_at", "confirmed_at", "withdrawn_at", "closed_at"),
        ("announced_at", "pk"),
        seats=("announced_by", "confirmed_by", "closed_by"),
        inside={
            "last_days": Kept(
                LastDay,
                ("last_on", "words", "proposed_at", "agreed_at", "replaced_at"),
                ("proposed_at", "pk"),
                seats=("proposed_by", "agreed_by"),
                parent="ending",
            )
        },
    ),
    **AGREED,
    **DEALS,
    **SIGNED_ELSEWHERE,
    **ENDED,
    **HANDED,
    **STARTED,
    **HOURS,
    **OUTSIDE,
    **DISAGREEMENTS,
}  # fmt: skip

IN_LINES: Mapping[str, str] = {"exchange": "exchanges"}
"""Names in the data of a line that point at a row of a section."""
