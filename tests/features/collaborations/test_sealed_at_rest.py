"""What people keep private or sealed is nowhere in the database file, not even in an index."""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import connection, models

from samenstroom.checkins import actions as checkins
from samenstroom.checkins.models import Answer, OwnCheckIn
from samenstroom.collaborations import actions
from samenstroom.collaborations.models import HistoryLine, LineAnswer, OwnStage, PersonalNote
from samenstroom.kit.sealing import sealed_fields
from samenstroom.rules.visibility import Circle
from samenstroom.watch import actions as watch
from samenstroom.watch.queries import noticed
from tests.people import Together, answer, day, seat_of, started, together

pytestmark = pytest.mark.django_db

MARK = "Kwikstaartje"
"""Stands in every text below, and would stand in the file if one of them were not sealed."""


def everything_sealed() -> Iterator[tuple[type[models.Model], str]]:
    for model in apps.get_models():
        if model._meta.app_label != "kit":
            yield from ((model, name) for name in sealed_fields(model))


def written_everywhere() -> Together:
    """Two people who used every place where something sealed is kept, with the mark in every free text."""
    table = together()
    mine, theirs = table.noors_seat, table.marleens_seat
    started(table.noor, origin=f"{MARK} origin", name="Elders")
    actions.move_own_stage(person=table.noor, collaboration=table.collaboration, stage="farewell", now=day(1))
    actions.write_line(seat=mine, kind="note", now=day(1), circle=Circle.PRIVATE, note=f"{MARK} private")
    line = actions.write_line(
        seat=mine, kind="person_left", now=day(1), note=f"{MARK} shared", data={"person_name": f"{MARK} name"}
    )
    actions.answer_line(line=line, seat=theirs, stance="otherwise", words=f"{MARK} answer", now=day(1))
    words = {"appreciation": f"{MARK} thanks", "remark": f"{MARK} remark", "remark_choice": "mine", "guess": 2}
    answer(table.round, mine, every=5, **words)
    answer(table.round, theirs, every=1, **words)
    repair = checkins.propose_repair(
        round_=table.round, seat=mine, text=f"{MARK} repair", owner=None, look_back_on=day(9).date(), now=day(1)
    )
    checkins.agree_repair(repair=repair, seat=theirs, now=day(1))
    checkins.look_back(repair=repair, seat=mine, helped="partly", now=day(9))
    draft = checkins.own_draft(person=table.noor, collaboration=table.collaboration, today=day(1).date())
    checkins.save_own(draft=draft, values={"flow": 1}, remark=f"{MARK} own")
    checkins.note_carrying_on(person=table.noor, collaboration=table.collaboration, step=1, today=day(1).date())
    second = checkins.open_round(collaboration=table.collaboration, now=day(7))
    for seat, step in ((mine, 5), (theirs, 1)):
        answer(second, seat, every=step)
    found = noticed(table.seen_by_noor(day(8)))
    watch.set_aside(
        shown=watch.keep_shown(visit=table.seen_by_noor(day(8)), noticed=found[0]), reason=f"{MARK} why", now=day(8)
    )
    return table


def raw(model: type[models.Model], name: str) -> list[str]:
    field = model._meta.get_field(name)
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {quote(field.column)} FROM {quote(model._meta.db_table)}")
        return [value for (value,) in cursor.fetchall() if value is not None]


def test_no_word_of_it_is_anywhere_in_the_database() -> None:
    written_everywhere()
    if connection.vendor == "sqlite":
        file = connection.connection.serialize()
        assert b"Studio Lindenhof" in file, "what is not sealed can be found, so the search works"
        for spelling in (MARK, MARK.lower(), MARK[::-1]):
            assert spelling.encode() not in file
            assert spelling.encode("utf-16-le") not in file
    for table in connection.introspection.table_names():
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            assert MARK.lower() not in repr(cursor.fetchall()).lower(), table


def test_every_sealed_column_holds_tokens_and_never_the_same_twice() -> None:
    written_everywhere()
    columns = list(everything_sealed())
    ours = [one for one in columns if one[0]._meta.app_label in ("collaborations", "checkins", "watch")]
    assert len(ours) >= 16
    for model, name in ours:
        values = raw(model, name)
        assert values, f"nothing was written in {model.__name__}.{name}"
        assert all(value.startswith("gAAAA") for value in values), f"{model.__name__}.{name}"
        assert len(set(values)) == len(values), "equal texts do not look equal"


def test_the_texts_come_back_whole() -> None:
    written_everywhere()
    assert HistoryLine.objects.get(circle="private").note == f"{MARK} private"
    assert HistoryLine.objects.get(kind="person_left").data == {"person_name": f"{MARK} name"}
    assert LineAnswer.objects.get().words == f"{MARK} answer"
    assert OwnStage.objects.get().stage == "farewell"
    assert PersonalNote.objects.get().origin == f"{MARK} origin"
    assert {one.remark for one in Answer.objects.filter(round__number=1)} == {f"{MARK} remark"}
    assert OwnCheckIn.objects.get().remark == f"{MARK} own"


def test_neither_answers_nor_texts_show_in_a_repr_or_a_search() -> None:
    table = together()
    given = answer(table.round, table.noors_seat, every=2, remark=MARK, remark_choice="mine")
    assert MARK not in repr(given.remark)
    assert "2" not in repr(given.values)
    with pytest.raises(Exception, match="sealed"):
        Answer.objects.filter(remark=MARK).exists()
    note = actions.write_line(seat=seat_of(table.noor, table.collaboration), kind="note", now=day(1), note=MARK)
    assert MARK not in repr(note.__dict__)
