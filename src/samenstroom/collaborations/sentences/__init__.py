"""What the app writes about acts, in whole sentences: one file per part of the life of a collaboration.

`%(actor)s` is who did it; other names come from the data of the line.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from samenstroom.kit.language import language

from . import (
    adjusting,
    agreements,
    contributions,
    ending,
    exploring,
    feedback,
    files,
    learning,
    planning,
    record,
    rounds,
    start_lists,
    tasks,
)

PARTS = (
    record,
    rounds,
    exploring,
    adjusting,
    ending,
    agreements,
    planning,
    contributions,
    feedback,
    files,
    start_lists,
    tasks,
    learning,
)


def app_sentences() -> Mapping[str, str]:
    """Kind of line -> its sentence in the language of the moment."""
    return _app_sentences(language())


@cache
def _app_sentences(_language: str) -> Mapping[str, str]:
    """Made once per language: a page words many lines, and there are hundreds of sentences."""
    return MappingProxyType({kind: words for part in PARTS for kind, words in part.sentences().items()})
