"""What the app writes about acts, in whole sentences: one file per part of the life of a collaboration.

`%(actor)s` is who did it; other names come from the data of the line.
"""

from __future__ import annotations

from collections.abc import Mapping

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
    return {kind: words for part in PARTS for kind, words in part.sentences().items()}
