"""Does a sign tell bad endings from good ones? The ratio of how often it was there before each, in logarithms.

`logLR = ln[(a + m*q1/2) / (A + m/2)] - ln[(b + m*q0/2) / (B + m/2)]`: seen in a of A cases that went wrong and b of B
that went well; q1 and q0 are how often it is usual to see it there (evidence 3.1). It orders what is shown; several
signs are never added up to one chance, since with so few cases that would say more than anybody knows.
"""

from dataclasses import dataclass
from math import log

from samenstroom.rules.learning.shrinkage import RELATIONAL

BEFORE_BAD = 0.50
BEFORE_GOOD = 0.25


@dataclass(frozen=True)
class Sign:
    """In how many cases of each kind it was seen. Raises ValueError when the counts cannot be."""

    bad_with: int
    bad: int
    good_with: int
    good: int

    def __post_init__(self) -> None:
        if not (0 <= self.bad_with <= self.bad and 0 <= self.good_with <= self.good):
            raise ValueError("a sign is never seen in more cases than there are")


def log_ratio(
    sign: Sign, *, before_bad: float = BEFORE_BAD, before_good: float = BEFORE_GOOD, weight: float = RELATIONAL
) -> float:
    """Return above zero when it goes with bad endings, below zero when it goes with good ones.

    Without cases this is what the usual rates say; changing good and bad turns the sign around.
    """
    half = weight / 2
    in_bad = (sign.bad_with + half * before_bad) / (sign.bad + half)
    in_good = (sign.good_with + half * before_good) / (sign.good + half)
    return log(in_bad) - log(in_good)
