"""Reading tables from files, whole, odd or damaged, and writing them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenstroom.kit.tables import Table, TableError, plain_cell, read_table, safe_cell, write_table

LIMITS = {"max_bytes": 20_000, "max_rows": 50, "max_cell": 200}
TEXT = "Taak;Wie;Vóór\r\nPrijslijst één;Noor;vrijdag €\r\n"


def read(content: bytes, **limits: Any) -> Table:
    return read_table(content, **(LIMITS | limits))


def refused(content: bytes, **limits: Any) -> tuple[str, int | None]:
    with pytest.raises(TableError) as caught:
        read(content, **limits)
    return caught.value.kind, caught.value.row


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1252"])
def test_the_same_table_comes_out_of_each_encoding(encoding: str) -> None:
    table = read(TEXT.encode(encoding))
    assert table.headers == ("Taak", "Wie", "Vóór")
    assert table.rows == (("Prijslijst één", "Noor", "vrijdag €"),)
    assert table.encoding == encoding
    assert table.numbers == (2,)


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_the_separator_is_found(delimiter: str) -> None:
    table = read(TEXT.replace(";", delimiter).encode())
    assert (table.delimiter, len(table.headers), len(table.rows[0])) == (delimiter, 3, 3)


def test_a_comma_in_a_text_does_not_make_it_the_separator() -> None:
    assert read(b"Taak;Uren\nLijst, tabel, tekst;2,5\nBrief;1,5\n").delimiter == ";"


def test_a_first_line_that_names_the_separator_is_believed() -> None:
    assert read(b"sep=,\r\na;b,c\r\nd;e,f\r\n").headers == ("a;b", "c")


def test_one_column_is_a_table_too() -> None:
    assert read(b"Taak\nEen\nTwee\n").rows == (("Een",), ("Twee",))


def test_short_rows_are_filled_and_empty_ones_left_out_with_the_numbers_right() -> None:
    table = read(b"a;b;c\n\n1\n;;\n1;2;3;;\n")
    assert table.rows == (("1", "", ""), ("1", "2", "3"))
    assert table.numbers == (3, 5)


def test_a_quoted_cell_may_hold_a_line_break_and_the_separator() -> None:
    assert read(b'a;b\n"one;\ntwo";2\n').rows == (("one;\ntwo", "2"),)


@pytest.mark.parametrize(
    ("content", "kind", "row"),
    [
        (b"", "empty", None),
        (b" \r\n\r\n", "empty", None),
        (b"x" * 20_001, "too_large", None),
        (b"PK\x03\x04rest of a workbook", "spreadsheet", None),
        (b"\xd0\xcf\x11\xe0old workbook", "spreadsheet", None),
        (b"\x89PNG\r\n\x1a\nabc", "no_text", None),
        (b"a;b\n\x81\x8d;2\n", "encoding", None),
        ("a;b".encode("utf-16") + b"\x00", "encoding", None),
        (b'a;b\n1;2\n"1;2\n', "quotes", 3),
        (b";".join([b"x"] * 101), "too_many_columns", 1),
        (b"a;b\n1;2\n1;2;3\n", "too_many_cells", 3),
        (b"a;b\n" + b"1;2\n" * 51, "too_many_rows", 52),
        (b"a;b\n1;" + b"x" * 201 + b"\n", "cell_too_long", 2),
    ],
)
def test_a_file_that_is_no_table_says_why_and_where(content: bytes, kind: str, row: int | None) -> None:
    assert refused(content) == (kind, row)


def test_a_cell_of_megabytes_is_too_long_not_a_crash() -> None:
    assert refused(b"a;b\n1;" + b"x" * 200_000, max_bytes=1_000_000) == ("cell_too_long", 2)


@given(st.binary(max_size=400))
def test_any_bytes_give_a_table_or_a_reason(content: bytes) -> None:
    try:
        table = read(content)
    except TableError as error:
        assert error.kind
    else:
        assert all(len(row) == len(table.headers) for row in table.rows)


@given(st.data(), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "windows-1252"]))
def test_a_damaged_file_gives_a_table_or_a_reason(data: st.DataObject, encoding: str) -> None:
    whole = bytearray((TEXT * 3).encode(encoding))
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(whole)))
    try:
        table = read(bytes(whole[:cut]))
    except TableError as error:
        assert error.kind
    else:
        assert all(len(row) == len(table.headers) for row in table.rows)


CELLS = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=30).map(str.strip)


@given(st.lists(st.tuples(CELLS, CELLS, CELLS).filter(any), max_size=10))
def test_what_is_written_is_read_back(rows: list[tuple[str, str, str]]) -> None:
    assert read(write_table(("a", "b", "c"), rows)).rows == tuple(rows)


@given(st.text(max_size=30))
def test_a_cell_gets_its_mark_and_loses_it_again(text: str) -> None:
    assert plain_cell(safe_cell(text)) == text


@pytest.mark.parametrize("text", ["=1+1", "+cmd", "-cmd", "@SUM(A1)", " =1", "\t=1", "\r=1", "＝1", "'=1", "-1+2"])
def test_a_formula_is_never_written_as_one(text: str) -> None:
    assert safe_cell(text) == "'" + text


@pytest.mark.parametrize("text", ["Prijslijst", "-5", "+2,5", "'s ochtends", "a=b", ""])
def test_other_cells_stay_as_they_are(text: str) -> None:
    assert safe_cell(text) == text
