"""Tables in a file, as a spreadsheet or another tool saves them: bytes in, rows out, or a reason why not.

Nothing of a file is used before all of it was read, so an import never stops halfway.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

DELIMITERS = ";,\t|"
MAX_COLUMNS = 100
_SAMPLE_ROWS = 20
_SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_NO_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SEP_LINE = re.compile(r"\A\"?sep=([;,\t|])\"?\r?\n", re.IGNORECASE)
_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?")
_RISKY, _BREAKS, _MARK = tuple("=+-@＝＋－＠"), tuple("\t\r\n"), "'"


class TableError(Exception):
    """This file cannot be read as a table.

    `kind` says why: `empty`, `too_large`, `spreadsheet` (an Excel or OpenDocument file), `no_text`, `encoding`,
    `quotes` (a quotation mark without its partner), `too_many_columns`, `too_many_rows`, `too_many_cells` (more cells
    than headers), `cell_too_long`. `row` is the row as a spreadsheet counts them, the headers being row 1; None when
    it is about the whole file.
    """

    def __init__(self, kind: str, row: int | None = None) -> None:
        super().__init__(kind if row is None else f"{kind} in row {row}")
        self.kind, self.row = kind, row


@dataclass(frozen=True)
class Table:
    """The headers, and as many cells in each row. `numbers` holds for each row which one it is in the file."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    encoding: str
    delimiter: str
    numbers: tuple[int, ...] = ()


def read_table(content: bytes, *, max_bytes: int, max_rows: int, max_cell: int) -> Table:
    """Read a file with one table. Finds out the encoding and the separator; leaves out empty rows.

    Cells lose the white space around them and the mark that `safe_cell` put before them. Raises TableError.
    """
    if len(content) > max_bytes:
        raise TableError("too_large")
    text, encoding = _decoded(content)
    text, delimiter = _separated(text)
    records = _records(text, delimiter, max_cell)
    number, headers = next(records, (1, ()))
    if not headers:
        raise TableError("empty")
    if len(headers) > MAX_COLUMNS:
        raise TableError("too_many_columns", number)
    rows: list[tuple[str, ...]] = []
    numbers: list[int] = []
    for number, cells in records:
        if len(cells) > len(headers):
            raise TableError("too_many_cells", number)
        if len(rows) == max_rows:
            raise TableError("too_many_rows", number)
        rows.append(cells + ("",) * (len(headers) - len(cells)))
        numbers.append(number)
    return Table(headers, tuple(rows), encoding, delimiter, tuple(numbers))


def write_table(headers: Sequence[str], rows: Iterable[Sequence[str]], *, delimiter: str = ";") -> bytes:
    """A file that a spreadsheet opens with the right letters and columns, and in which no cell is a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow([safe_cell(cell) for cell in headers])
    writer.writerows([safe_cell(cell) for cell in row] for row in rows)
    return codecs.BOM_UTF8 + out.getvalue().encode()


def safe_cell(text: str) -> str:
    """The text as a spreadsheet may have it: what it would take for a formula gets a mark before it. A number stays."""
    return _MARK + text if _is_risky(text) and not _NUMBER.fullmatch(text) else text


def plain_cell(text: str) -> str:
    """The text as it was before `safe_cell`."""
    return text[1:] if text.startswith(_MARK) and _is_risky(text[1:]) else text


def _is_risky(text: str) -> bool:
    return text.lstrip(_MARK).startswith(_BREAKS) or re.sub(r"\A[\s']+", "", text).startswith(_RISKY)


def _decoded(content: bytes) -> tuple[str, str]:
    if content.startswith(_SPREADSHEETS):
        raise TableError("spreadsheet")
    text, encoding = _try(content)
    text = text.removeprefix("\ufeff")
    if not text.strip():
        raise TableError("empty")
    if _NO_TEXT.search(text):
        raise TableError("no_text")
    return text, encoding


def _try(content: bytes) -> tuple[str, str]:
    encodings = _encodings(content)
    for encoding in encodings:
        try:
            return content.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    raise TableError("encoding")


def _encodings(content: bytes) -> tuple[str, ...]:
    """Which encodings this may be. A mark at the start is certain; UTF-16 without one is half full of zeros."""
    if content.startswith(codecs.BOM_UTF8):
        return ("utf-8-sig",)
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return ("utf-16",)
    start = content[:200]
    if start.count(0) * 3 > len(start):
        return ("utf-16-le",) if start[1::2].count(0) > start[::2].count(0) else ("utf-16-be",)
    return "utf-8", "windows-1252"


def _separated(text: str) -> tuple[str, str]:
    """The text without a first line that only names the separator, and the separator."""
    named = _SEP_LINE.match(text)
    if named:
        return text[named.end() :], named.group(1)
    return text, max(DELIMITERS, key=lambda one: _likeness(text, one))


def _likeness(text: str, delimiter: str) -> tuple[int, int]:
    """How much this looks like the separator: the rows with as many cells as the first, then how many that are."""
    lengths = []
    try:
        for cells in islice(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), _SAMPLE_ROWS):
            if cells:
                lengths.append(len(cells))
    except csv.Error:
        return 0, 0
    if not lengths or lengths[0] < 2:
        return 0, 0
    return lengths.count(lengths[0]), lengths[0]


def _records(text: str, delimiter: str, max_cell: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The rows that hold something, each with its number."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 0
    while True:
        number += 1
        try:
            cells = [plain_cell(cell.strip()) for cell in next(reader)]
        except StopIteration:
            return
        except csv.Error as error:
            raise TableError("cell_too_long" if "larger than" in str(error) else "quotes", number) from error
        while cells and not cells[-1]:
            cells.pop()
        if any(len(cell) > max_cell for cell in cells):
            raise TableError("cell_too_long", number)
        if cells:
            yield number, tuple(cells)
