"""Data without words, one file for all languages: `data/NAME.yaml`, each checked against `data/NAME.json`."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from samenstroom.content.files import FOLDER, ContentError, read

DATA = FOLDER / "data"


@cache
def data_names() -> tuple[str, ...]:
    """The names that `load_data` knows, in alphabetical order: one per schema."""
    return tuple(sorted(path.stem for path in DATA.glob("*.json")))


@cache
def load_data(name: str) -> Mapping[str, Any]:
    """The checked content of one data file, read once and frozen.

    Raises ContentError for an unknown name, and for a file that does not fit its schema.
    """
    if name not in data_names():
        raise ContentError(f"there is no data file {name}.yaml")
    return read(DATA / f"{name}.yaml", data_schema(name))


@cache
def data_schema(name: str) -> Mapping[str, Any]:
    """The JSON Schema (2020-12) of a data file."""
    found: dict[str, Any] = json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))
    return found


def check_data() -> None:
    """Read every data file. Raises ContentError on the first bad one."""
    for name in data_names():
        load_data(name)
