"""A blind proposal: whether the least one side takes and the most the other pays meet, and where the middle is."""

from decimal import ROUND_HALF_EVEN, Decimal

MOST_ROUNDS = 4
"""The first limit, and at most three new ones: with few tries nobody can find the other's limit step by step."""

CENT = Decimal("0.01")


def middle_of(*, least: Decimal, most: Decimal) -> Decimal | None:
    """Return the amount halfway, in whole cents, when the two meet; None when they do not.

    It never lies outside the two: between limits in whole cents the half cent goes to the even one.
    """
    if least > most:
        return None
    return ((least + most) / 2).quantize(CENT, ROUND_HALF_EVEN)


def rounds_left(compared: int) -> int:
    """Return how often both may still name a limit."""
    return max(0, MOST_ROUNDS - compared)
