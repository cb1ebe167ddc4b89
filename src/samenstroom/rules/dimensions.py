"""The seven dimensions of a collaboration, the question above them, and the steps of an answer."""

from enum import StrEnum


class Dimension(StrEnum):
    """The known causes for which collaborations fail, in the order in which they are asked and shown."""

    COMMUNICATION = "communication"
    VALUES = "values"
    BALANCE = "balance"
    TRUST = "trust"
    MONEY = "money"
    PRIORITIES = "priorities"
    PERSONAL = "personal"


FLOW = "flow"
"""The question above the seven: does it flow?"""

ITEMS: tuple[str, ...] = (FLOW, *Dimension)
"""Everything one check-in asks, in the order in which it is asked."""

STEPS: tuple[int, ...] = (1, 2, 3, 4, 5)
"""The labelled steps of an answer; 5 is always the good end. "I cannot say" is None, never 3."""


def dimension_of(item: str) -> Dimension | None:
    """Return the dimension of an item of a check-in; None for flow, which stands above all seven.

    Raises ValueError for a word that is no item.
    """
    return None if item == FLOW else Dimension(item)


def flow_last(item: str) -> int:
    """Return the rank of an item where equals are sorted: the seven in their order, then flow."""
    return len(ITEMS) if item == FLOW else ITEMS.index(item)
