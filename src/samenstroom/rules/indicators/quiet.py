"""Quiet: somebody who used to answer has been silent for two rounds in a row, without a pause.

Source: two skipped surveys in a row is where practice looks up (vendor rule), and not answering told more
about leaving than some answers did (staff surveys). To ask about, never to accuse. That somebody was silent
is public; the same measure holds for both sides.

A round counts when it opened after both accepted the rhythm and is over (closed, or followed by the next). A
pause that touches it excuses it: it neither counts nor breaks the row. Who never took part is not silent. It
ends as soon as she sends again, also in a round that is still open.
"""

from dataclasses import dataclass
from datetime import date

from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.facts import History, RoundFacts
from samenstroom.rules.findings import Evidence, Finding, Level, Side
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.remedies import remedies_for

CODE, VERSION = "quiet", 1
DIMENSION = Dimension.COMMUNICATION


@dataclass(frozen=True)
class Defaults:
    """Silent rounds in a row for a notice, and for a concern."""

    notice: int = 2
    concern: int = 3


DEFAULTS = Defaults()

Silence = tuple[RoundFacts, date]
"""A round without an answer, and the day on which it was over."""


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return a finding for each side that fell silent."""
    findings = (_finding(history, side, defaults) for side in (Side.SELF, Side.OTHER))
    return tuple(finding for finding in findings if finding)


def _finding(history: History, side: Side, defaults: Defaults) -> Finding | None:
    silent = _silent_row(history, side)
    if len(silent) < defaults.notice or not history.is_fresh(silent[-1][1]):
        return None
    is_long = len(silent) >= defaults.concern
    return Finding(
        code=CODE,
        dimension=DIMENSION,
        level=Level.CONCERN if is_long else Level.NOTICE,
        since=silent[0][0].opened_on,
        side=side,
        evidence=(_last_sent(history, side), *(_silent(one, ended, side) for one, ended in silent)),
        certainty=3 if is_long else 2,
        remedies=remedies_for(DIMENSION),
        rule_version=VERSION,
        variant="long" if is_long else "row",
    )


def _silent_row(history: History, side: Side) -> list[Silence]:
    """Return the silent rounds since the side last sent, oldest first; nothing for who does not take part."""
    row: list[Silence] = []
    accepted_on = history.rhythm_accepted_on
    if accepted_on is None or not history.takes_part(side):
        return row
    for index in reversed(range(len(history.rounds))):
        one, ended_on = history.rounds[index], history.ended_on(index)
        if one.sent_on(side) or one.opened_on < accepted_on:
            break
        if ended_on is None or ended_on > history.today or history.is_paused(one.opened_on, ended_on):
            continue
        row.append((one, ended_on))
    return row[::-1]


def _last_sent(history: History, side: Side) -> Evidence:
    number, sent_on = max((one.number, day) for one in history.rounds if (day := one.sent_on(side)))
    return Evidence(sent_on, "sent", side, {"round": number})


def _silent(one: RoundFacts, ended_on: date, side: Side) -> Evidence:
    return Evidence(ended_on, "silent", side, {"round": one.number, "opened_on": one.opened_on.isoformat()})


INDICATOR = Indicator(CODE, DIMENSION, ("rounds", "rhythm_accepted_on", "pauses"), VERSION, DEFAULTS, look)
