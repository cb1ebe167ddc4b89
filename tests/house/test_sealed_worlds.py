"""What anybody writes or chooses for herself stands in no plain column of any table, in a world full of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.apps import apps
from django.db import connection

from samenstroom.kit import clock
from tests.house.two_worlds import MUCH
from tests.worlds import NOW, build_world

MARK = "Kwikstaartje"


def plain_places() -> set[str]:
    """`Table.column` of every text in the database that holds the mark."""
    found = set()
    with connection.cursor() as cursor:
        for model in apps.get_models():
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(model._meta.db_table)}")
            names = [column[0] for column in cursor.description]
            for row in cursor.fetchall():
                found |= {
                    f"{model.__name__}.{name}" for name, told in zip(names, row, strict=True) if MARK in str(told)
                }
    return found


@pytest.mark.django_db
def test_a_copy_of_the_database_holds_no_word_that_somebody_keeps_or_has_sealed(settings) -> None:
    settings.MAIL_MODE = "preview"
    kept = replace(MUCH, remark=MARK, appreciation=MARK, private_lines=(MARK,))
    with clock.frozen(NOW):
        build_world(kept, kept)
    assert plain_places() == set()
