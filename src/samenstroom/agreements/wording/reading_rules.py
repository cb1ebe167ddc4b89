"""The rules for reading an agreement that was made elsewhere, as they stand in the content files."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from samenstroom import content
from samenstroom.rules.reading_agreements import ReadingRules, reading_rules


@cache
def agreement_rules() -> Mapping[str, ReadingRules]:
    """What to look for, by language; read once."""
    return MappingProxyType(
        {name: reading_rules(content.load("agreement_reading", name)) for name in content.languages()}
    )
