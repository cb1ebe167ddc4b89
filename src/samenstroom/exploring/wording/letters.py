"""The rules for reading along with a letter, as coaches wrote them in the content files."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from samenstroom import content
from samenstroom.rules.letters import Rulebook, rulebook


@cache
def letter_rules() -> Mapping[str, Rulebook]:
    """What to look for, by language; read once."""
    return MappingProxyType({name: rulebook(content.load("letters", name)) for name in content.languages()})
