"""What a file is follows from its content; a name or a promise counts for nothing."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenstroom.files import kinds
from samenstroom.files.forms.kept import safe_name
from samenstroom.files.kinds import kind_of


def archive(*names: str, **content: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name in names:
            file.writestr(name, "")
        for name, text in content.items():
            file.writestr(name, text)
    return made.getvalue()


WORD = archive("[Content_Types].xml", "word/document.xml")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n...", kinds.PDF),
        (b"\x89PNG\r\n\x1a\n....", kinds.PNG),
        (b"\xff\xd8\xff\xe0....", kinds.JPEG),
        (b"GIF89a....", kinds.GIF),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", kinds.WEBP),
        (WORD, kinds.DOCX),
        (archive("[Content_Types].xml", "xl/workbook.xml"), kinds.XLSX),
        (archive("[Content_Types].xml", "ppt/presentation.xml"), kinds.PPTX),
        (archive(mimetype=kinds.ODT.media_type), kinds.ODT),
        ("Dag Noor, tot straks bij café De Brug.".encode(), kinds.TEXT),
        ("Dag Noor, tot straks bij café De Brug.".encode("cp1252"), kinds.TEXT),
        (b"datum;uren\r\n2026-01-05;2,5\r\n", kinds.TEXT),
    ],
)
def test_a_file_is_known_by_its_content(content: bytes, kind: kinds.Kind) -> None:
    assert kind_of(content) == kind


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<!DOCTYPE html><script>1</script>",
        b"  \n<html>",
        b"<svg xmlns='http://www.w3.org/2000/svg'>",
        b"<?xml version='1.0'?>",
        b"#!/bin/sh\nrm -rf /",
        b"MZ\x90\x00\x03",
        b"\x7fELF\x02\x01",
        b"tekst met een nul\x00erin",
        b"PK\x03\x04 geen archief",
        archive("readme.txt"),
        archive("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
        archive("[Content_Types].xml", *(f"word/{n}" for n in range(kinds.MOST_PARTS + 1))),
        archive(mimetype="application/zip"),
    ],
)
def test_what_could_run_or_is_not_known_is_refused(content: bytes) -> None:
    assert kind_of(content) is None


def test_an_archive_that_grows_is_never_unpacked() -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", "")
        file.writestr("word/document.xml", b"0" * 50_000_000)
    assert len(bomb.getvalue()) < 100_000
    assert kind_of(bomb.getvalue()) == kinds.DOCX


@given(st.binary(max_size=300))
def test_any_content_gets_an_answer(content: bytes) -> None:
    assert kind_of(content) is None or kind_of(content) in kinds.KINDS


@given(st.sampled_from([WORD, archive(mimetype=kinds.ODT.media_type)]), st.data())
def test_a_damaged_archive_gets_an_answer(whole: bytes, data: st.DataObject) -> None:
    at, value = data.draw(st.integers(0, len(whole) - 1)), data.draw(st.integers(0, 255))
    damaged = whole[:at] + bytes([value]) + whole[at + 1 :]
    assert kind_of(damaged[: data.draw(st.integers(4, len(whole)))]) in (None, *kinds.KINDS)


@pytest.mark.parametrize(
    ("name", "kind", "safe"),
    [
        ("verslag.pdf", kinds.PDF, "verslag.pdf"),
        ("verslag.PDF", kinds.PDF, "verslag.pdf"),
        ("../../etc/passwd", kinds.TEXT, "passwd.txt"),
        ("C:\\map\\foto.jpeg", kinds.JPEG, "foto.jpeg"),
        ("rekening.html", kinds.PDF, "rekening.pdf"),
        ("uren.csv", kinds.TEXT, "uren.csv"),
        ("pagina.html", kinds.TEXT, "pagina.txt"),
        ("\u202egpj.exe", kinds.PNG, "gpj.png"),
        ("...", kinds.PDF, "bestand.pdf"),
        ("", kinds.PDF, "bestand.pdf"),
        ("a" * 300 + ".pdf", kinds.PDF, "a" * 116 + ".pdf"),
    ],
)
def test_a_name_keeps_no_folders_and_ends_as_what_it_is(name: str, kind: kinds.Kind, safe: str) -> None:
    assert safe_name(name, kind) == safe
