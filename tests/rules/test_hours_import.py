"""Hours out of the exports of Toggl Track, Clockify, Harvest and Kimai, whole, odd or damaged."""

from __future__ import annotations

import tracemalloc
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samenstroom.contributions.importing import (
    MOST_BYTES,
    MOST_IN_A_CELL,
    MOST_ROWS,
    Choices,
    Reading,
    asks_unit,
    guess,
    order_of,
    read_duration,
    read_rows,
    source_of,
)
from samenstroom.kit.tables import Table, TableError, read_table
from samenstroom.rules.hours_line import LineError

TODAY, OLDEST = date(2026, 10, 1), date(2024, 10, 1)
TOGGL = (
    "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags\n"
    'Noor,noor@voorbeeld.nl,Lindenhof,Nieuwsbrief,,"Schrijven, nalezen",No,2026-09-14,09:00:00,2026-09-14,10:30:00,01:30:00,\n'
    "Noor,noor@voorbeeld.nl,Lindenhof,Webshop,,Producten één,No,2026-09-15,11:00:00,2026-09-15,11:45:00,00:45:00,\n"
)
CLOCKIFY = (
    "Project,Client,Description,Task,User,Group,Email,Tags,Billable,Start Date,Start Time,End Date,End Time,Duration (h),Duration (decimal)\n"
    "Nieuwsbrief,Lindenhof,Schrijven,,Noor,,noor@voorbeeld.nl,,No,09/15/2026,09:00:00,09/15/2026,10:30:00,01:30:00,1.50\n"
)
CLOCKIFY_SUMMARY = "Project,Description,Time (h),Time (decimal)\nNieuwsbrief,Schrijven,01:30:00,1.50\n"
HARVEST = (
    "Date,Client,Project,Project Code,Task,Notes,Hours,Hours Rounded,Billable?\n"
    "2026-09-14,Lindenhof,Nieuwsbrief,NB,Writing,Schrijven,1.5,1.5,Yes\n"
)
KIMAI = (
    "Date,From,To,Duration,Rate,User,Customer,Project,Activity,Description\n"
    "2026-09-14,09:00,10:30,5400,0,Noor,Lindenhof,Nieuwsbrief,Tekst,Schrijven\n"
    "2026-09-14,11:00,11:15,900,0,Noor,Lindenhof,Nieuwsbrief,Tekst,Nalezen\n"
)


def table(text: str | bytes) -> Table:
    content = text.encode() if isinstance(text, str) else text
    return read_table(content, max_bytes=MOST_BYTES, max_rows=MOST_ROWS, max_cell=MOST_IN_A_CELL)


def reading(text: str | bytes, **changed: str) -> Reading:
    read = table(text)
    guessed = guess(read)
    choices = Choices(guessed.columns, changed.get("order", guessed.order), changed.get("unit", guessed.unit))
    return read_rows(read, choices, today=TODAY, oldest=OLDEST)


@pytest.mark.parametrize(
    ("source", "text", "on"),
    [
        ("toggl", TOGGL, date(2026, 9, 14)),
        ("clockify", CLOCKIFY, date(2026, 9, 15)),
        ("harvest", HARVEST, date(2026, 9, 14)),
        ("kimai", KIMAI, date(2026, 9, 14)),
        ("kimai", KIMAI.replace("5400", "1:30").replace("900", "0:15"), date(2026, 9, 14)),
    ],
)
def test_an_hour_and_a_half_comes_out_of_each_tool(source: str, text: str, on: date) -> None:
    assert source_of(table(text).headers) == source
    found = reading(text)
    first = found.rows[0]
    assert not found.faults
    assert (first.number, first.on, first.hours, first.project) == (2, on, Decimal("1.50"), "Nieuwsbrief")
    assert first.what.startswith("Schrijven")


def test_a_summary_without_days_says_so_for_every_row() -> None:
    """Clockify exports one without days; then there is a column to point at, or nothing to keep."""
    assert source_of(table(CLOCKIFY_SUMMARY).headers) == "clockify_summary"
    assert guess(table(CLOCKIFY_SUMMARY)).columns["day"] is None
    assert [one.kind for one in reading(CLOCKIFY_SUMMARY).faults] == ["day"]
    grouped = CLOCKIFY_SUMMARY.replace("Project,Desc", "Date,Desc").replace("Nieuwsbrief", "09/15/2026")
    assert reading(grouped).rows[0].on == date(2026, 9, 15)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "windows-1252"])
def test_letters_with_marks_survive_every_encoding(encoding: str) -> None:
    assert reading(TOGGL.encode(encoding)).rows[1].what == "Producten één"


@pytest.mark.parametrize(
    ("days", "order"),
    [
        (["09/15/2026", "09/01/2026"], "month_first"),
        (["15/09/2026", "01/09/2026"], "day_first"),
        (["03/04/2026", "05-06-2026"], ""),
        (["03.04.2026"], "day_first"),
        (["2026-04-03"], "day_first"),
    ],
)
def test_a_day_that_reads_both_ways_is_asked_about(days: list[str], order: str) -> None:
    read = table("Date,Hours\n" + "".join(f"{one},1\n" for one in days))
    assert order_of(read, 0) == order


def test_nothing_is_guessed_about_such_a_day_until_it_is_said() -> None:
    text = "Date,Hours,Notes\n03/04/2026,1,Bellen\n"
    assert [one.kind for one in reading(text).faults] == ["day"]
    assert reading(text, order="day_first").rows[0].on == date(2026, 4, 3)
    assert reading(text, order="month_first").rows[0].on == date(2026, 3, 4)


@pytest.mark.parametrize(
    ("text", "unit", "hours"),
    [
        ("01:30:00", "hours", "1.50"),
        ("1:30", "hours", "1.50"),
        ("1.50", "hours", "1.50"),
        ("1,5", "hours", "1.50"),
        ("1.333333", "hours", "1.33"),
        ("5400", "seconds", "1.50"),
        ("90", "minutes", "1.50"),
        ("90 min", "hours", "1.50"),
        ("1h 30m", "hours", "1.50"),
    ],
)
def test_durations_read_as_tools_write_them(text: str, unit: str, hours: str) -> None:
    assert read_duration(text, unit) == Decimal(hours)


@pytest.mark.parametrize(
    ("text", "fault"),
    [("", "hours"), ("veel", "hours"), ("-1", "hours"), ("0:00:00", "none"), ("0.001", "none"), ("26:00:00", "much"), ("99999", "much")],
)  # fmt: skip
def test_what_is_no_time_is_told_apart(text: str, fault: str) -> None:
    with pytest.raises(LineError) as caught:
        read_duration(text, "hours")
    assert caught.value.fault == fault


def test_whole_numbers_are_asked_about() -> None:
    assert guess(table(KIMAI)).unit == "seconds"
    minutes = table("Date,Duration\n2026-09-14,90\n")
    assert (guess(minutes).unit, asks_unit(minutes, 1)) == ("minutes", True)
    assert not asks_unit(table(TOGGL), 11)


def test_every_faulty_row_is_told_with_its_number_and_the_others_stay() -> None:
    text = "Date,Hours,Notes\n2026-09-14,1,Bellen\n31-31-2026,1,x\n2026-12-01,1,x\n2019-01-01,1,x\n2026-09-14,veel,x\n"
    found = reading(text)
    assert [(one.number, one.kind) for one in found.faults] == [(3, "day"), (4, "later"), (5, "old"), (6, "hours")]
    assert [one.what for one in found.rows] == ["Bellen"]


def test_the_same_rows_have_the_same_marks_in_an_overlapping_file_and_under_other_choices() -> None:
    whole, later = reading(TOGGL), reading("\n".join([TOGGL.split("\n")[0], TOGGL.split("\n")[2], ""]))
    assert later.rows[0].mark == whole.rows[1].mark
    read = table(TOGGL)
    guessed = guess(read)
    other = Choices({**guessed.columns, "what": 3, "project": 2}, guessed.order, guessed.unit)
    assert [one.mark for one in read_rows(read, other, today=TODAY, oldest=OLDEST).rows] == [
        one.mark for one in whole.rows
    ]


def test_two_rows_that_are_alike_are_two() -> None:
    text = "Date,Notes,Hours\n2026-09-14,Bellen,1\n2026-09-14,Bellen,1\n"
    assert len({one.mark for one in reading(text).rows}) == 2


@given(st.binary(max_size=12), st.integers(0, len(TOGGL)), st.integers(0, 40))
@settings(max_examples=120, deadline=None)
def test_a_damaged_file_is_refused_or_read_with_every_row_accounted_for(junk: bytes, at: int, cut: int) -> None:
    content = TOGGL.encode()
    damaged = content[:at] + junk + content[at + cut :]
    try:
        read = table(damaged)
    except TableError:
        return
    found = read_rows(read, guess(read), today=TODAY, oldest=OLDEST)
    assert len(found.rows) + len(found.faults) == len(read.rows)
    assert all(0 < one.hours <= 24 and OLDEST <= one.on <= TODAY and len(one.what) <= 300 for one in found.rows)


@pytest.mark.parametrize("content", [b"Date,Hours\n2026-09-14,1\x00\n", b"PK\x03\x04rest", b"", b"\xff\xfe\x00"])
def test_what_is_no_table_is_refused(content: bytes) -> None:
    with pytest.raises(TableError):
        table(content)


def test_a_file_that_is_too_large_is_refused_without_reading_it() -> None:
    content = bytes(MOST_BYTES + 1)
    tracemalloc.start()
    with pytest.raises(TableError, match="too_large"):
        table(content)
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 1_000_000
