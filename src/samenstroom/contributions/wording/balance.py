"""The balance in words: two bars, the sum, and what each named of the other's work. Never an average."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit
from samenstroom.exchanges.queries import ExchangeView
from samenstroom.kit import clock
from samenstroom.kit.dates import full_date
from samenstroom.kit.language import language


@dataclass(frozen=True)
class Bar:
    """How one of them sees it: `mine` is the part of who looks, in percent."""

    title: str
    words: str
    mine: int

    @property
    def theirs(self) -> int:
        return 100 - self.mine


@dataclass(frozen=True)
class BalancePage:
    """One opened look at the balance."""

    day: str
    bars: tuple[Bar, ...]
    total: str
    named: tuple[tuple[str, str], ...]


def share_choices(visit: Visit) -> list[tuple[str, Any]]:
    """From nothing to everything in steps of ten; what each step leaves for the other stands beside it."""
    words = {"name": visit.other_name}
    return [
        (str(n), _("%(mine)s procent ik, %(theirs)s procent %(name)s") % {"mine": n, "theirs": 100 - n, **words})
        for n in range(0, 101, 10)
    ]


def share_in(answers: Mapping[str, Any] | None) -> int | None:
    """The part somebody gave herself; None when it is not there or is none."""
    share = (answers or {}).get("share")
    is_share = isinstance(share, int) and not isinstance(share, bool) and 0 <= share <= 100
    return share if is_share else None


def named_in(answers: Mapping[str, Any] | None) -> str:
    """What somebody named of the other's work."""
    named = (answers or {}).get("named")
    return named if isinstance(named, str) else ""


def balance_page(visit: Visit, view: ExchangeView) -> BalancePage:
    """What both said, next to each other, for who looks."""
    mine, theirs = share_in(view.mine), share_in(view.theirs)
    bars = []
    if mine is not None:
        bars.append(_bar(visit, _("Volgens jou"), mine))
    if theirs is not None:
        bars.append(_bar(visit, _("Volgens %(name)s") % {"name": visit.other_name}, 100 - theirs))
    named = (
        (_("%(name)s noemt van jouw werk") % {"name": visit.other_name}, named_in(view.theirs)),
        (_("Jij noemt van %(name)s") % {"name": visit.other_name}, named_in(view.mine)),
    )
    return BalancePage(
        day=full_date(clock.day_of(view.exchange.started_at), language()),
        bars=tuple(bars),
        total=total_words(mine + theirs) if mine is not None and theirs is not None else "",
        named=tuple(one for one in named if one[1]),
    )


def _bar(visit: Visit, title: str, mine: int) -> Bar:
    words = {"mine": mine, "theirs": 100 - mine, "name": visit.other_name}
    return Bar(title, _("Jij %(mine)s procent, %(name)s %(theirs)s procent.") % words, mine)


def own_bar(visit: Visit, answers: Mapping[str, Any]) -> Bar | None:
    """Her own look for herself; None before she estimated."""
    share = share_in(answers)
    return None if share is None else _bar(visit, _("Volgens jou"), share)


def total_words(total: int) -> str:
    """The two own parts together, and what that says."""
    words = {"total": total}
    if total > 100:
        return _(
            "Samen komen jullie op %(total)s procent. Dat is heel gewoon: je eigen werk zie je het best."
        ) % words  # fmt: skip
    if total < 100:
        return _("Samen komen jullie op %(total)s procent. Jullie zien allebei veel werk van de ander.") % words
    return _("Samen komen jullie precies op 100 procent.")
