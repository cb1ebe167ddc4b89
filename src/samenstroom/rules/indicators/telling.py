"""From facts that were weighed to a finding: what every rule about entries does the same way."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.entries import Entry
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding, Level, Side
from samenstroom.rules.remedies import ranked
from samenstroom.rules.weighing import Facts, certainty_of

SIDES = (Side.SELF, Side.OTHER)
EVERYBODY = (Side.SELF, Side.OTHER, Side.BOTH)


@dataclass(frozen=True)
class Rule:
    """Who speaks: the code of a rule, its version, its dimension, and the steps that fit what it sees."""

    code: str
    version: int
    dimension: Dimension | None
    fitting: tuple[str, ...]
    may_talk: bool = True

    def tell(
        self,
        history: History,
        level: Level,
        side: Side,
        entries: Iterable[Entry],
        variant: str,
        *,
        dimension: Dimension | None = None,
        fitting: tuple[str, ...] = (),
        since: date | None = None,
    ) -> Finding:
        """Return the finding: its facts oldest first, each once. `fitting` come before the steps of the rule."""
        known = tuple(sorted(dict.fromkeys(entries), key=lambda entry: (entry.on, entry.kind, entry.key)))
        about = dimension or self.dimension
        return Finding(
            code=self.code,
            dimension=about,
            level=level,
            since=since or known[0].on,
            side=side,
            evidence=tuple(entry.evidence() for entry in known),
            certainty=certainty_of(known),
            remedies=ranked((*fitting, *self.fitting), about, history.stage, self.may_talk),
            rule_version=self.version,
            variant=variant,
        )


def per_side(look: Callable[[Side], Finding | None], sides: Iterable[Side] = SIDES) -> tuple[Finding, ...]:
    """Return what was found about each side."""
    return tuple(finding for side in sides if (finding := look(side)))


def entries_of(*facts: Facts) -> tuple[Entry, ...]:
    """Return the entries of weighed facts."""
    return tuple(fact.entry for group in facts for fact in group)


def first_and_again(entries: Iterable[Entry]) -> str:
    """Return the variant most rules have: `once`, or `again` from the second fact."""
    return "again" if len(tuple(entries)) > 1 else "once"
