"""The seven stages of a collaboration. A help, not a cage: one can go back, skip, and end from any stage."""

from enum import StrEnum


class Stage(StrEnum):
    """Where a collaboration is, in the order of a life that runs straight on."""

    EXPLORE = "explore"
    AGREE = "agree"
    START = "start"
    WORK = "work"
    ADJUST = "adjust"
    FAREWELL = "farewell"
    LEARN = "learn"


STAGES: tuple[Stage, ...] = tuple(Stage)

LIVE: frozenset[Stage] = frozenset({Stage.START, Stage.WORK, Stage.ADJUST})
"""The stages in which two parties work together, so that check-ins make sense."""


BEFORE_THE_WORK: frozenset[Stage] = frozenset({Stage.EXPLORE, Stage.AGREE})
"""The stages in which there is nothing yet to mend or to stand still from."""


def order(stage: Stage) -> int:
    """Return the place of a stage in the life cycle, counted from 0."""
    return STAGES.index(stage)


def may_move(current: Stage, target: Stage) -> bool:
    """Tell whether a collaboration may move: anywhere, except to where it already is."""
    return current != target


def is_backward(current: Stage, target: Stage) -> bool:
    """Tell whether a move returns to an earlier stage.

    From adjusting to working together is not going back: those two are one loop, and that is how a repair
    ends.
    """
    if (current, target) == (Stage.ADJUST, Stage.WORK):
        return False
    return order(target) < order(current)
