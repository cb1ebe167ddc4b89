"""Out of hours: contact in the evening, the weekend or on a day off, again; or remarks about free time.

Reason: once is friendly or urgent; a habit is a boundary that was never spoken about. Contact out of hours counts
for a part, so that two close together are a notice and four a concern. A remark about free time is a judgement on
it and counts in full. Agreeing on hours ends most of it, a talk lowers it.
"""

from dataclasses import dataclass

from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding, Side
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.indicators.telling import Rule, entries_of, per_side
from samenstroom.rules.weighing import level_of, weighed

CODE, VERSION = "out_of_hours", 1
KINDS = ("contact_out_of_hours", "private_time_remarked")
CONTACT = Rule(CODE, VERSION, Dimension.COMMUNICATION, ("office_hours", "kick_off", "renegotiate"))
REMARK = Rule(CODE, VERSION, Dimension.VALUES, ("office_hours", "speak_out", "informal_contact"))


@dataclass(frozen=True)
class Defaults:
    """What a contact and a remark count for."""

    notice: float = 1
    concern: float = 2
    alarm: float = 4
    contact: float = 0.45
    remark: float = 1
    half_life_weeks: float = 12


DEFAULTS = Defaults()


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return a finding for each side that comes out of hours."""
    return per_side(lambda side: _finding(history, side, defaults))


def _finding(history: History, side: Side, defaults: Defaults) -> Finding | None:
    each = {"contact_out_of_hours": defaults.contact, "private_time_remarked": defaults.remark}
    facts = weighed(history, KINDS, side, defaults.half_life_weeks, each)
    level = level_of(facts, defaults)
    if level is None:
        return None
    kinds = {fact.entry.kind for fact in facts}
    variant = "both" if len(kinds) > 1 else "remark" if "private_time_remarked" in kinds else "contact"
    return (CONTACT if variant == "contact" else REMARK).tell(history, level, side, entries_of(facts), variant)


INDICATOR = Indicator(CODE, None, ("entries",), VERSION, DEFAULTS, look, KINDS)
