"""`samenstroom farewell check`: one letter in, elements and passages out, without a database."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from samenstroom.cli.management.commands.farewell import MOST_BYTES
from samenstroom.rules.letters import ELEMENTS

LETTER = "Beste Joris, ik heb besloten om te stoppen. Ik stop per 1 maart. Jij luistert nooit."


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    file = tmp_path / "brief.txt"
    file.write_text(LETTER, encoding="utf-8")
    return file


def checked(file: Path | str, *options: str) -> str:
    out = io.StringIO()
    call_command("farewell", "check", str(file), *options, stdout=out)
    return out.getvalue()


def refused(file: Path | str) -> str:
    told = io.StringIO()
    with pytest.raises(SystemExit) as stopped:
        call_command("farewell", "check", str(file), stderr=told)
    assert stopped.value.code == 2
    return told.getvalue()


def test_it_says_what_is_there_what_would_help_and_what_may_hurt(letter: Path) -> None:
    said = checked(letter)
    assert "+ Je besluit: Beste Joris, ik heb besloten om te stoppen." in said
    assert "- Dank\n" in said
    assert "! Een verwijt: Jij luistert nooit." in said


def test_it_says_the_same_as_json(letter: Path) -> None:
    found: dict[str, Any] = json.loads(checked(letter, "--json"))
    assert found["language"] == "nl"
    assert list(found["elements"]) == list(ELEMENTS)
    assert found["elements"]["last_day"] == {"found": "there", "sentence": "Ik stop per 1 maart."}
    (problem,) = found["tone"]
    assert LETTER[problem["start"] : problem["end"]] == problem["passage"]


def test_it_reads_standard_input_in_the_language_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    typed = io.TextIOWrapper(io.BytesIO(b"I am leaving on 1 March. Thank you for everything."), encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", typed)
    assert "+ Thanks: Thank you for everything." in checked("-", "--language", "en")


def test_what_cannot_be_read_is_refused_with_a_reason(tmp_path: Path) -> None:
    assert "cannot be read" in refused(tmp_path / "nergens.txt")
    for raw, reason in ((b"\xff\xfe\x00", "UTF-8"), (b"  \n", "no words"), (b"a" * (MOST_BYTES + 1), "longer than")):
        file = tmp_path / "brief.txt"
        file.write_bytes(raw)
        assert reason in refused(file)
