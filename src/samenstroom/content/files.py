"""Read one content file, hold it against its schema, and hand it out so that nobody can change it."""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml
from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

from samenstroom.content.reading import line_of, parse

FOLDER = Path(__file__).parent
LANGUAGES = ("nl", "en")


class ContentError(ValueError):
    """A content file is missing or wrong. The message names the file, the line and the place in it."""


def languages() -> tuple[str, ...]:
    """The languages every file exists in, the source language first."""
    return LANGUAGES


@cache
def names() -> tuple[str, ...]:
    """The names that `load` knows, in alphabetical order: one per schema."""
    return tuple(sorted(path.stem for path in (FOLDER / "schemas").glob("*.json")))


@cache
def load(name: str, language: str) -> Mapping[str, Any]:
    """The checked content of one file, read once. Lists come back as tuples, and mappings cannot be changed.

    Raises ContentError for an unknown name or language, and for a file that does not fit its schema.
    """
    if name not in names() or language not in LANGUAGES:
        raise ContentError(f"there is no content file {language}/{name}.yaml")
    return read(FOLDER / language / f"{name}.yaml", schema(name))


@cache
def schema(name: str) -> Mapping[str, Any]:
    """The JSON Schema (2020-12) of a content file."""
    found: dict[str, Any] = json.loads((FOLDER / "schemas" / f"{name}.json").read_text(encoding="utf-8"))
    return found


def read(path: Path, rules: Mapping[str, Any]) -> Mapping[str, Any]:
    """The content of this file, frozen. Raises ContentError with the file, the line and the place."""
    where = f"{path.parent.name}/{path.name}"
    try:
        text = path.read_text(encoding="utf-8")
        found = parse(text)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ContentError(f"{where}: {error}") from error
    fault = best_match(Draft202012Validator(rules).iter_errors(found))
    if fault:
        steps = tuple(fault.absolute_path)
        raise ContentError(f"{where}, line {line_of(text, steps)}, {place(steps)}: {fault.message}")
    frozen: Mapping[str, Any] = _frozen(found)
    return frozen


def place(steps: Iterable[str | int]) -> str:
    """A path into a file as a person counts: the first of a list is 1."""
    return " > ".join(str(step + 1) if isinstance(step, int) else step for step in steps) or "top"


def _frozen(value: Any) -> Any:
    if isinstance(value, dict):
        return MappingProxyType({key: _frozen(part) for key, part in value.items()})
    if isinstance(value, list):
        return tuple(_frozen(part) for part in value)
    return value
