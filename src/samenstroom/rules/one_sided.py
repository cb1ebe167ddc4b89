"""Terms of an agreement that hold for one side alone, or weigh much more on one of them.

Own rule, no law: both may want it so. It is asked once, kindly, because one-sided terms are a known seed of distrust.
"""

from collections.abc import Callable, Mapping

TWICE = 2
"""Notice of one side this many times as long as the other's is told."""

Terms = Mapping[str, object]


def one_sided(terms: Terms) -> tuple[str, ...]:
    """Return the names of what is one-sided; a term that is not known is no sign."""
    return tuple(name for name, holds in RULES.items() if holds(terms))


def _is(name: str, value: bool) -> Callable[[Terms], bool]:
    return lambda terms: terms.get(name) is value


def _notice(terms: Terms) -> bool:
    both = [terms.get("notice_days_client"), terms.get("notice_days_provider")]
    days = [one for one in both if isinstance(one, int) and not isinstance(one, bool)]
    return len(days) == len(both) and max(days) >= TWICE * max(min(days), 1)


def _price(terms: Terms) -> bool:
    return terms.get("unilateral_price_change") is True and terms.get("price_change_exit_right") is False


def _leaving(terms: Terms) -> bool:
    """With an end date one may leave before it and the other may not."""
    both = {terms.get("provider_may_end_fixed_term"), terms.get("client_may_end_fixed_term")}
    return terms.get("end_date") is not None and both == {True, False}


RULES: Mapping[str, Callable[[Terms], bool]] = {
    "notice": _notice,
    "leaving": _leaving,
    "confidentiality": _is("confidentiality_mutual", False),
    "liability": _is("liability_mutual", False),
    "price": _price,
    "only_one_bound": _is("sp_only_one_bound", True),
    "one_interprets": _is("sp_one_interprets", True),
}
