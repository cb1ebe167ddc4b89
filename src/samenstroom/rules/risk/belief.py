"""A filter with three states (flowing, straining, failing) and a style per side: 75 numbers.

Source: the recommended filter of the evidence base; all constants were set beforehand there, none was tuned. What
was changed here, and why:

- A mean below 2.5 counts as 2.5 (`FLOOR`). With the source's floor on the likelihood alone, four rounds at 1.0 gave
  .04 while 3.0 gave .10: whatever was worse than every state expects was forgotten.
- The newest answers are read as "this low, or less low": of all answers at least as good, the one that gives most
  risk counts (`worst_from`). So a worse newest answer, history fixed, can never lower the risk. It is done for the
  newest opened round of both sides; older answers keep their own likelihood.
- Weekly rounds halve the steps between states, as the source suggests; at four weeks they stay as they are.
- Silence counts only for who took part before, in a round that is over, without a pause.
"""

from collections.abc import Sequence
from math import exp, log

STATES = range(3)
FLOWING, STRAINING, FAILING = STATES

STYLES = (-0.8, -0.4, 0.0, 0.35, 0.6)
"""How far somebody's usual answer lies from that of people in general, in steps."""
STYLE_WEIGHTS = (0.08, 0.22, 0.36, 0.24, 0.10)

START = (0.80, 0.15, 0.05)
MOVES = ((0.93, 0.06, 0.005), (0.15, 0.70, 0.12), (0.02, 0.10, 0.68))
"""From a state to a state, from one round to the next; what is left is a break."""
BREAKS = (0.005, 0.03, 0.20)

MEANS, SPREADS = (4.2, 3.7, 3.1), (0.40, 0.48, 0.58)
CEILING, FLOOR, STEP = 4.9, 2.5, 0.125
BEST_LESS = 5.0
"""One odd answer cannot decide: no cell falls more than this (in logarithms) below the best one."""

MISSES = (0.10, 0.18, 0.35)
HORIZON = 4

Belief = list[list[float]]
"""Per state 25 numbers: the style of the first side times that of the second."""

Table = Sequence[Sequence[float]]
"""Per state, per style of one side: how well it explains her answer."""

PAIRS = tuple((one, other) for one in range(5) for other in range(5))
GRID = tuple(FLOOR + STEP * index for index in range(int((CEILING - FLOOR) / STEP) + 1))
"""The means that are told apart; eight answers make eighths. A mean in between counts as the lower one."""


def prior() -> Belief:
    """Return the belief before the first round."""
    styles = [STYLE_WEIGHTS[one] * STYLE_WEIGHTS[other] for one, other in PAIRS]
    return [[START[state] * weight for weight in styles] for state in STATES]


def moves_for(weeks: int) -> tuple[tuple[float, ...], ...]:
    """Return the steps between states given that it goes on, for a rhythm in weeks."""
    scale = 0.5 if weeks == 1 else 1.0
    rows = []
    for state in STATES:
        row = [MOVES[state][to] * scale for to in STATES]
        row[state] = 1 - sum(row[to] for to in STATES if to != state) - BREAKS[state] * scale
        rows.append(tuple(value / (1 - BREAKS[state] * scale) for value in row))
    return tuple(rows)


def breaks_within(rounds: int, weeks: int, scale: float = 1.0) -> tuple[float, ...]:
    """Return per state the chance of a break within so many rounds; `scale` makes breaks rarer."""
    pace = 0.5 if weeks == 1 else 1.0
    moves = moves_for(weeks)
    alive = [1.0] * 3
    for _ in range(rounds):
        alive = [
            (1 - BREAKS[state] * pace * scale) * sum(moves[state][to] * alive[to] for to in STATES) for state in STATES
        ]
    return tuple(1 - one for one in alive)


def on_grid(mean: float) -> int:
    """Return the place on the grid of a mean of a check-in, 1 to 5; lower means take the first place."""
    return min(max(int((mean - FLOOR) / STEP + 1e-9), 0), len(GRID) - 1)


def _likelihoods() -> tuple[tuple[tuple[float, ...], ...], ...]:
    """Return for each place on the grid, per state, per style: how well it explains the answer."""
    table = []
    for mean in GRID:
        logs = [
            [_log_normal(mean, min(MEANS[state] + style, CEILING), SPREADS[state]) for style in STYLES]
            for state in STATES
        ]
        floor = max(max(row) for row in logs) - BEST_LESS
        table.append(tuple(tuple(exp(max(value, floor)) for value in row) for row in logs))
    return tuple(table)


def _log_normal(value: float, mean: float, spread: float) -> float:
    return -0.5 * ((value - mean) / spread) ** 2 - log(spread)


ANSWERS = _likelihoods()
NEUTRAL = ((1.0,) * 5,) * 3


def step(belief: Belief, moves: Sequence[Sequence[float]]) -> Belief:
    """Return the belief one round later, given that it went on."""
    flowing, straining, failing = belief
    return [
        [
            one * moves[0][to] + two * moves[1][to] + three * moves[2][to]
            for one, two, three in zip(flowing, straining, failing, strict=True)
        ]
        for to in STATES
    ]


def weigh_in(belief: Belief, first: Table, second: Table, states: Sequence[float]) -> Belief:
    """Return the belief after evidence: a table per side (state and style) and a factor per state; adds to 1."""
    found = []
    for state in STATES:
        both = [one * other * states[state] for one in first[state] for other in second[state]]
        found.append([value * factor for value, factor in zip(belief[state], both, strict=True)])
    total = sum(map(sum, found)) or 1.0
    return [[value / total for value in row] for row in found]


def expected(belief: Belief, chances: Sequence[float]) -> float:
    """Return the chance of a break under a belief."""
    total = sum(map(sum, belief)) or 1.0
    return sum(sum(belief[state]) * chances[state] for state in STATES) / total


def worst_from(belief: Belief, later: Belief, later_total: Belief, lows: tuple[int | None, int | None]) -> float:
    """Return the highest chance over all answers at least as good as the newest ones.

    `belief` is that before these answers came in; `later` and `later_total` what follows from each cell afterwards:
    the chance of a break times how well it explains what came later, and the latter alone. `lows` are the places of
    the answers on the grid; None for a side without one.
    """
    first, second = (range(low, len(GRID)) if low is not None else (None,) for low in lows)
    worst = 0.0
    for one in first:
        risk, total = _folded(belief, later, one), _folded(belief, later_total, one)
        for other in second:
            table = NEUTRAL if other is None else ANSWERS[other]
            above, below = _product(risk, table), _product(total, table)
            worst = max(worst, above / below if below else 0.0)
    return worst


def _product(folded: Table, table: Table) -> float:
    return sum(
        cell * weight
        for row, weights in zip(folded, table, strict=True)
        for cell, weight in zip(row, weights, strict=True)
    )


def _folded(belief: Belief, later: Belief, place: int | None) -> list[list[float]]:
    """Add up over the style of the first side, for one answer of hers: per state, per style of the second."""
    table = NEUTRAL if place is None else ANSWERS[place]
    found = []
    for state in STATES:
        cells = [one * other for one, other in zip(belief[state], later[state], strict=True)]
        weights = table[state]
        found.append([sum(weights[at] * cells[at * 5 + other] for at in range(5)) for other in range(5)])
    return found


def back(later: Belief, moves: Sequence[Sequence[float]]) -> Belief:
    """Return what follows from each cell one round earlier: the step of the belief, read backwards."""
    return [[sum(moves[state][to] * later[to][at] for to in STATES) for at in range(25)] for state in STATES]
