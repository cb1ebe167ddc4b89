"""Entries of files: those on the table, and one that Noor keeps for herself, tried by everybody."""

from __future__ import annotations

from collections.abc import Mapping

from tests.house.entries import Parts, at_first, own

FILES_TABLE: dict[str, tuple[Parts, Mapping[str, str] | None, bool]] = {
    "files": (at_first(), {"circle": "shared"}, False),
    "file": (at_first(file=own("file")), None, False),
    "file_act": (at_first(file=own("own_file")), {"do": "share"}, True),
}
