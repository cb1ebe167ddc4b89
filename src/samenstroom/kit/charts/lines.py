"""Drawing with numbers: coordinates and soft lines for SVG paths."""

from collections.abc import Sequence
from itertools import pairwise

Spot = tuple[float, float]


def number(value: float) -> str:
    """A coordinate with at most one decimal and no trailing zero."""
    text = f"{value:.1f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def spot(point: Spot) -> str:
    """``x y`` as SVG writes it."""
    return f"{number(point[0])} {number(point[1])}"


def curve(points: Sequence[Spot]) -> str:
    """The curve commands that follow the first point: level at every point, soft in between."""
    steps = []
    for (x0, y0), (x1, y1) in pairwise(points):
        middle = (x0 + x1) / 2
        steps.append(f"C{spot((middle, y0))} {spot((middle, y1))} {spot((x1, y1))}")
    return "".join(steps)


def runs(points: Sequence[Spot | None]) -> list[list[Spot]]:
    """Unbroken stretches of two points or more; a lone point is drawn as a mark, not as a line."""
    stretches: list[list[Spot]] = [[]]
    for point in points:
        if point is None:
            stretches.append([])
        else:
            stretches[-1].append(point)
    return [stretch for stretch in stretches if len(stretch) > 1]


def line(points: Sequence[Spot | None]) -> str:
    """A path through the points, interrupted where a point is missing."""
    return "".join(f"M{spot(stretch[0])}{curve(stretch)}" for stretch in runs(points))


def between(upper: Sequence[Spot | None], lower: Sequence[Spot | None]) -> str:
    """A closed path around the space between two lines, only where both exist."""
    pairs = [(a, b) if a and b else None for a, b in zip(upper, lower, strict=True)]
    both = [pair[0] if pair else None for pair in pairs]
    shapes = []
    for stretch in runs(both):
        xs = {x for x, _ in stretch}
        back = [pair[1] for pair in reversed(pairs) if pair and pair[1][0] in xs]
        shapes.append(f"M{spot(stretch[0])}{curve(stretch)}L{spot(back[0])}{curve(back)}Z")
    return "".join(shapes)
