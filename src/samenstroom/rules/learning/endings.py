"""What an ending was: the label that everything learned from it needs, decided before anybody looks.

Badly is: ended in discord, or money or an agreement broken, or somebody would not work together again. Finished as
planned, by all who said how it was, is never a failure, and what nobody can help counts for neither side (evidence 3.1;
rule 10 of the product).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from samenstroom.rules.closing import as_planned, was_bad

DISCORD = frozenset({"conflict", "unsafe"})
AS_MEANT = frozenset({"together", "runs_out"})
NO_FAULT = "no_fault"


class Label(StrEnum):
    """How it was. `open`: not known, or still going on. `aside`: nobody could help it, so it teaches no rate."""

    GOOD = "good"
    BAD = "bad"
    ASIDE = "aside"
    OPEN = "open"


@dataclass(frozen=True)
class EndingFacts:
    """What is known of one ending, as plain values.

    `how`: the way it ended, empty while it goes on. `mine` and `theirs`: what each said of it, as far as who looks may
    read it. `both_glad`: what she said when she looked back on her decision; None when she did not, or does not know.
    `own`: her own label, which goes before everything else.
    """

    how: str = ""
    mine: Mapping[str, str] = field(default_factory=dict)
    theirs: Mapping[str, str] = field(default_factory=dict)
    both_glad: bool | None = None
    own: Label | None = None


def label_of(facts: EndingFacts) -> Label:
    """Return how it was: her own word first, then what was said and how it ended, then how glad she was."""
    if facts.own is not None:
        return facts.own
    if facts.how == NO_FAULT:
        return Label.ASIDE
    if facts.how in DISCORD:
        return Label.BAD
    said = [one for one in (facts.mine, facts.theirs) if one]
    if said and all(as_planned(one) for one in said):
        return Label.GOOD
    if any(was_bad(one) for one in said):
        return Label.BAD
    if facts.how in AS_MEANT or any(_was_good(one) for one in said):
        return Label.GOOD
    if facts.both_glad is None:
        return Label.OPEN
    return Label.GOOD if facts.both_glad else Label.BAD


def said_of_it(ended: str, again: str) -> Label | None:
    """Return her own label from two words of a look back; None when she left both open.

    `ended`: planned, well, discord or broken. `again`: yes, otherwise or no.
    """
    if ended == "planned":
        return Label.GOOD
    if ended in ("discord", "broken") or again == "no":
        return Label.BAD
    return Label.GOOD if ended or again else None


def _was_good(said: Mapping[str, str]) -> bool:
    return said.get("planned") == "yes" or said.get("would_again") == "yes"
