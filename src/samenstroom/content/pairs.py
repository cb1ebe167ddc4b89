"""Dutch and English say the same things: same keys, same order, same placeholders, same settings."""

from collections.abc import Iterator, Mapping
from string import Formatter
from typing import Any

from samenstroom.content.data_files import check_data
from samenstroom.content.files import ContentError, languages, load, names, place

Steps = tuple[str | int, ...]

SETTINGS = frozenset(("id", "code", "group", "dimension", "about", "default_circle", "who", "fields", "often", "part"))
SETTINGS |= {"waves_on", "stop_on", "touches", "stands_for", "points_to"}  # the red-flag scan
SETTINGS |= {"kind", "clashes"}  # the acquaintance
SETTINGS |= {"lean", "version"}  # the readiness test, and what a reference leans to
SETTINGS |= {"not_with"}  # reading along with a letter
SETTINGS |= {"special", "asked"}  # looking back
SETTINGS |= {"whose"}  # what is kept of somebody
"""Words that code reads: they are the same in each language."""

CONDITIONED = frozenset(("plain", "text"))
"""Lists of sentences, each with a `when` that code reads. Elsewhere `when` is a word people read ("this week")."""

OWN = frozenset(("patterns",))
"""What code looks for in what people write: every language has its own, and nobody reads it."""


def check_all() -> None:
    """Read every file in each language and compare them, and the data. Raises ContentError on the first bad one."""
    check_data()
    for name in names():
        source, *others = languages()
        for language in others:
            difference = first_difference(load(name, source), load(name, language))
            if difference:
                raise ContentError(f"{name}.yaml differs between {source} and {language} at {difference}")


def first_difference(one: Any, other: Any, steps: Steps = ()) -> str | None:
    """The place and kind of the first difference that is more than a translation; None when there is none."""
    if OWN & set(steps):
        return None
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        if list(one) != list(other):
            return f"{place(steps)}: other keys, or another order"
        return _first((one[key], other[key], (*steps, key)) for key in one)
    if isinstance(one, tuple) and isinstance(other, tuple):
        if len(one) != len(other):
            return f"{place(steps)}: {len(one)} against {len(other)}"
        pairs = zip(one, other, strict=True)
        return _first((mine, theirs, (*steps, at)) for at, (mine, theirs) in enumerate(pairs))
    return _difference_of_values(one, other, steps)


def placeholders(text: str) -> frozenset[str]:
    """The names between curly brackets in a text. Raises ContentError when the brackets do not fit."""
    try:
        return frozenset(part[1] for part in Formatter().parse(text) if part[1] is not None)
    except ValueError as error:
        raise ContentError(f"curly brackets in {text!r}: {error}") from error


def texts(value: Any, steps: Steps = ()) -> Iterator[tuple[Steps, str]]:
    """Every text in a content file that people read, with the path to it."""
    if isinstance(value, Mapping):
        for key, part in value.items():
            yield from texts(part, (*steps, key))
    elif isinstance(value, tuple):
        for at, part in enumerate(value):
            yield from texts(part, (*steps, at))
    elif isinstance(value, str) and not (OWN & set(steps) or _is_setting(steps)):
        yield steps, value


def _is_setting(steps: Steps) -> bool:
    return bool(SETTINGS & set(steps)) or (steps[-1:] == ("when",) and bool(CONDITIONED & set(steps)))


def _first(parts: Iterator[tuple[Any, Any, Steps]]) -> str | None:
    return next((found for part in parts if (found := first_difference(*part))), None)


def _difference_of_values(one: Any, other: Any, steps: Steps) -> str | None:
    if not (isinstance(one, str) and isinstance(other, str)) or _is_setting(steps):
        same = one == other and type(one) is type(other)
        return None if same else f"{place(steps)}: {one!r} against {other!r}"
    if placeholders(one) != placeholders(other):
        return f"{place(steps)}: other words in curly brackets"
    return None
