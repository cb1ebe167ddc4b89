"""What a collaboration brought and asked: money, hours, energy. Invisible work counts.

Money by the hour divides by all hours, also those that nobody sees (research, learning, thinking along): only then two
collaborations can be laid side by side. Nothing here orders them.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")


@dataclass(frozen=True)
class Yield:
    """Plain sums. `unseen` is a part of `hours`. Raises ValueError when it is more than that, or a sum is negative."""

    paid: Decimal = Decimal()
    waiting: Decimal = Decimal()
    hours: Decimal = Decimal()
    unseen: Decimal = Decimal()

    def __post_init__(self) -> None:
        if min(self.paid, self.waiting, self.hours, self.unseen) < 0 or self.unseen > self.hours:
            raise ValueError("hours and money are not negative, and invisible hours are a part of all hours")

    @property
    def is_empty(self) -> bool:
        return not (self.paid or self.waiting or self.hours)

    @property
    def by_hour(self) -> Decimal | None:
        """Paid money for every hour, the invisible ones too; None without money or hours."""
        return _divided(self.paid, self.hours)

    @property
    def by_seen_hour(self) -> Decimal | None:
        """The same without the invisible hours; None when there are none of those, or nothing else."""
        return _divided(self.paid, self.hours - self.unseen) if self.unseen else None


def _divided(money: Decimal, hours: Decimal) -> Decimal | None:
    if not (money and hours):
        return None
    return (money / hours).quantize(CENT, ROUND_HALF_UP)


def together(yields: tuple[Yield, ...]) -> Yield:
    """Return all of them as one."""
    return Yield(
        sum((one.paid for one in yields), Decimal()),
        sum((one.waiting for one in yields), Decimal()),
        sum((one.hours for one in yields), Decimal()),
        sum((one.unseen for one in yields), Decimal()),
    )
