"""What a file is, told by its content and never by its name or by what a browser says."""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO

MOST_BYTES = 10_000_000
"""One file."""

MOST_IN_ALL = 20_000_000
"""All files that one side keeps with one collaboration."""

MOST_FILES = 200
"""So many files of one side."""

MOST_PARTS = 2_000
"""An office file has tens of parts; thousands are something else."""


@dataclass(frozen=True)
class Kind:
    """One kind of file that can be kept: its media type (IANA), its usual ending, and the word for people."""

    media_type: str
    ending: str
    word: str


PDF = Kind("application/pdf", ".pdf", "PDF")
PNG = Kind("image/png", ".png", "PNG")
JPEG = Kind("image/jpeg", ".jpg", "JPEG")
GIF = Kind("image/gif", ".gif", "GIF")
WEBP = Kind("image/webp", ".webp", "WebP")
TEXT = Kind("text/plain", ".txt", "TXT")
DOCX = Kind("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx", "Word")
XLSX = Kind("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx", "Excel")
PPTX = Kind("application/vnd.openxmlformats-officedocument.presentationml.presentation", ".pptx", "PowerPoint")
ODT = Kind("application/vnd.oasis.opendocument.text", ".odt", "OpenDocument")
ODS = Kind("application/vnd.oasis.opendocument.spreadsheet", ".ods", "OpenDocument")

KINDS: tuple[Kind, ...] = (PDF, PNG, JPEG, GIF, WEBP, TEXT, DOCX, XLSX, PPTX, ODT, ODS)
BY_TYPE = {kind.media_type: kind for kind in KINDS}

BEGINS: tuple[tuple[bytes, Kind], ...] = (
    (b"%PDF-", PDF),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"GIF87a", GIF),
    (b"GIF89a", GIF),
)
OFFICE: tuple[tuple[str, Kind], ...] = (("word/", DOCX), ("xl/", XLSX), ("ppt/", PPTX))
CODE = (b"<!doctype", b"<html", b"<svg", b"<?xml", b"<script", b"#!", b"mz")
"""How texts begin that a browser or a computer could run or draw."""

BREAKS = (
    zipfile.BadZipFile, zlib.error, OSError, NotImplementedError, RuntimeError, ValueError, KeyError, EOFError,
)  # fmt: skip
"""What a damaged archive answers with."""

CONTROL = frozenset(range(32)) - {9, 10, 12, 13}


def kind_of(content: bytes) -> Kind | None:
    """The kind of a file by its content; None for what cannot be kept. Reads at most a list of names in an archive."""
    if content[8:12] == b"WEBP" and content.startswith(b"RIFF"):
        return WEBP
    for begin, kind in BEGINS:
        if content.startswith(begin):
            return kind
    if content.startswith(b"PK\x03\x04"):
        return _office(content)
    return TEXT if _is_text(content) else None


def _office(content: bytes) -> Kind | None:
    """An office file is an archive that says what it is; nothing in it is unpacked but one short line."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            names = archive.namelist()
            if len(names) > MOST_PARTS:
                return None
            if "mimetype" in names:
                with archive.open("mimetype") as said:
                    return _open_document(said.read(100))
    except BREAKS:
        return None
    if "[Content_Types].xml" not in names or any(name.lower().endswith("vbaproject.bin") for name in names):
        return None
    return next((kind for folder, kind in OFFICE if any(name.startswith(folder) for name in names)), None)


def _open_document(said: bytes) -> Kind | None:
    return next((kind for kind in (ODT, ODS) if said.strip() == kind.media_type.encode()), None)


def _is_text(content: bytes) -> bool:
    """Plain text: readable as UTF-8 or Windows-1252, without control characters, and nothing that could run."""
    if not content or content.lstrip(b"\xef\xbb\xbf \t\r\n")[:9].lower().startswith(CODE):
        return False
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        try:
            content.decode("cp1252")
        except UnicodeDecodeError:
            return False
    return not CONTROL.intersection(content)
