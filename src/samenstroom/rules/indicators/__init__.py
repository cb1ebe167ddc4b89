"""The indicators: small rules over one history. A new one is a module here and an entry in the list."""

from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding, importance
from samenstroom.rules.indicators import apart, changed, quiet
from samenstroom.rules.indicators.indicator import Indicator

INDICATORS: tuple[Indicator, ...] = (changed.INDICATOR, quiet.INDICATOR, apart.INDICATOR)


def look_at(history: History) -> tuple[Finding, ...]:
    """Return everything the indicators notice in a history, the most important first."""
    findings = (finding for indicator in INDICATORS for finding in indicator.look(history))
    return tuple(sorted(findings, key=importance))
