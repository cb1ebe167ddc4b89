"""The words in a file: read when it is honest, refused in a word when it is not, and always with little memory."""

from __future__ import annotations

import subprocess
import sys
import time
import tracemalloc

import pytest

from samenstroom.kit.texts.child import MOST_MEMORY
from samenstroom.kit.texts.reading import CHILD, MOST_BYTES, NotReadError, text_of_file
from tests.features.kit.hostile import HOSTILE, docx, locked_pdf, pdf, written

MEGABYTE = 1024 * 1024
WATCHED = """
import re, runpy, sys
runpy.run_path(sys.argv[1], run_name="__main__")
print(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1], file=sys.stderr)
"""
"""The child, and afterwards the most memory it ever had (Linux)."""


def test_words_come_out_of_every_kind_of_file() -> None:
    assert text_of_file(pdf(2)).split("\n") == ["De opdrachtgever betaalt binnen 14 dagen."] * 2
    assert text_of_file(docx(written("Artikel 1", "Betalen binnen 14 dagen."))) == "Artikel 1\nBetalen binnen 14 dagen."
    assert text_of_file("Coördinatie, € 65".encode("cp1252")) == "Coördinatie, € 65"
    assert text_of_file("Coördinatie, € 65".encode("utf-16")) == "Coördinatie, € 65"
    assert text_of_file(b"\xef\xbb\xbfEen\r\nregel\r\n\r\n\r\n\r\nTwee") == "Een\nregel\n\nTwee"


def test_a_pdf_that_only_may_not_be_changed_is_read() -> None:
    assert "binnen 14 dagen" in text_of_file(locked_pdf("", owner="van mij"))


def test_what_was_taken_out_of_a_word_file_stays_out() -> None:
    gone = written("Blijft.").replace("<w:t>Blijft.", "<w:delText>Weg.</w:delText><w:t>Blijft.")
    assert text_of_file(docx(gone)) == "Blijft."


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_in_a_word_with_little_memory_and_time(name: str) -> None:
    content, code = HOSTILE[name]
    began = time.monotonic()
    tracemalloc.start()
    try:
        with pytest.raises(NotReadError) as refused:
            text_of_file(content)
        _now, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert refused.value.code == code
    assert peak < 3 * len(content) + 12 * MEGABYTE  # what unpacks large does so in the child, never here
    assert time.monotonic() - began < 20


@pytest.mark.parametrize("name", ["packed twice", "zip bomb", "very many words", "thousands of pages", "nested deep"])
def test_the_child_that_reads_never_takes_more_than_it_may(name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-I", "-c", WATCHED, str(CHILD)],
        input=HOSTILE[name][0],
        capture_output=True,
        check=True,
        env={},
    )
    kilobytes = int(done.stderr.split()[-1])
    assert HOSTILE[name][1].encode() in done.stdout
    assert 0 < kilobytes * 1024 < MOST_MEMORY


def test_a_file_that_is_too_large_is_not_looked_at() -> None:
    with pytest.raises(NotReadError) as refused:
        text_of_file(b"%PDF-" + b"x" * MOST_BYTES)
    assert refused.value.code == "too_large"
