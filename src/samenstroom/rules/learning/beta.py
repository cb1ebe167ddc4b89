"""The beta distribution in plain Python: its share below a point, and the point below which a share lies.

The share is the regularised incomplete beta function, by the continued fraction of Lentz (Abramowitz and Stegun,
26.5.8); the point is found by halving. Tests hold both against an independent library.
"""

from math import exp, lgamma, log, log1p

STEPS = 300
HALVINGS = 80
TINY = 1e-300
CLOSE = 1e-15


def share_below(x: float, a: float, b: float) -> float:
    """Return the share of Beta(a, b) below x, between 0 and 1. Raises ValueError when a or b is not above zero."""
    if a <= 0 or b <= 0:
        raise ValueError("a beta distribution needs two numbers above zero")
    if x <= 0:
        return 0.0
    if x >= 1:
        return 1.0
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(x, a, b) / a
    return 1 - front * _fraction(1 - x, b, a) / b


def point_below(share: float, a: float, b: float) -> float:
    """Return the point below which this share of Beta(a, b) lies. Raises ValueError for a share outside 0 to 1."""
    if not 0 <= share <= 1:
        raise ValueError("a share lies between 0 and 1")
    low, high = 0.0, 1.0
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        if share_below(middle, a, b) < share:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _fraction(x: float, a: float, b: float) -> float:
    """The continued fraction, until another step changes nothing."""
    c, d = 1.0, 1 / _away_from_zero(1 - (a + b) * x / (a + 1))
    found = d
    for step in range(1, STEPS):
        for top in (_even(step, x, a, b), _odd(step, x, a, b)):
            d = 1 / _away_from_zero(1 + top * d)
            c = _away_from_zero(1 + top / c)
            found *= c * d
        if abs(c * d - 1) < CLOSE:
            break
    return found


def _even(step: int, x: float, a: float, b: float) -> float:
    return step * (b - step) * x / ((a + 2 * step - 1) * (a + 2 * step))


def _odd(step: int, x: float, a: float, b: float) -> float:
    return -(a + step) * (a + b + step) * x / ((a + 2 * step) * (a + 2 * step + 1))


def _away_from_zero(value: float) -> float:
    return value if abs(value) > TINY else TINY
