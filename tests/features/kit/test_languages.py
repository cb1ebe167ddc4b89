"""Translations are compiled when they are stale, without what is marked fuzzy."""

import gettext
import os
from pathlib import Path

import pytest

from samenstroom.kit.languages import compile_stale

PO = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: en\\n"

msgid "Bewaar"
msgstr "Save"

#, fuzzy
msgid "Verstuur"
msgstr "Perhaps send"
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "en" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    path.write_text(PO, encoding="utf-8")
    return path


def test_missing_catalog_is_compiled_without_fuzzy_entries(source: Path, tmp_path: Path) -> None:
    assert compile_stale(tmp_path) == [source.with_suffix(".mo")]
    with source.with_suffix(".mo").open("rb") as file:
        catalog = gettext.GNUTranslations(file)
    assert catalog.gettext("Bewaar") == "Save"
    assert catalog.gettext("Verstuur") == "Verstuur"


def test_fresh_catalog_is_left_alone_and_a_stale_one_is_not(source: Path, tmp_path: Path) -> None:
    compile_stale(tmp_path)
    assert compile_stale(tmp_path) == []
    later = source.with_suffix(".mo").stat().st_mtime + 10
    os.utime(source, (later, later))
    assert compile_stale(tmp_path) == [source.with_suffix(".mo")]
