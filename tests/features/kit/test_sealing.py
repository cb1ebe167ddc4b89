"""Sealed fields: unreadable in the database, readable with any of the keys, and hidden in reprs."""

from collections.abc import Iterator
from typing import Any

import pytest
from cryptography.fernet import Fernet
from django.core import serializers
from django.core.exceptions import FieldError
from django.db import connection, models
from django.test.utils import isolate_apps

from samenstroom.kit.sealing import CannotUnseal, SealedJSONField, SealedTextField, reseal, sealed_fields

SECRET = "ik twijfel aan deze klant"


@pytest.fixture
def remark_model(transactional_db: None) -> Iterator[type[models.Model]]:
    """A model of the test's own, with a table for as long as the test runs."""
    with isolate_apps("samenstroom.kit"):

        class Remark(models.Model):
            text = SealedTextField(null=True)
            answers = SealedJSONField(default=dict)

            class Meta:
                app_label = "kit"

        with connection.schema_editor() as editor:
            editor.create_model(Remark)
        yield Remark
        with connection.schema_editor() as editor:
            editor.delete_model(Remark)


def stored(model: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT text, answers FROM {model._meta.db_table} ORDER BY id")
        return cursor.fetchall()


def test_database_never_holds_the_text(remark_model: Any) -> None:
    remark_model.objects.create(text=SECRET, answers={"trust": 3, "woord": "twijfel"})
    assert "twijfel" not in str(stored(remark_model))
    remark = remark_model.objects.get()
    assert remark.text == SECRET
    assert remark.answers == {"trust": 3, "woord": "twijfel"}


def test_same_text_is_sealed_differently_each_time(remark_model: Any) -> None:
    remark_model.objects.bulk_create([remark_model(text=SECRET), remark_model(text=SECRET)])
    (first, _), (second, _) = stored(remark_model)
    assert first != second


def test_nothing_stays_nothing(remark_model: Any) -> None:
    remark_model.objects.create(text=None)
    remark_model.objects.create(text="")
    assert remark_model.objects.filter(text__isnull=True).count() == 1
    assert sorted(remark_model.objects.values_list("text", flat=True), key=str) == ["", None]


@pytest.mark.parametrize("question", [{"text": SECRET}, {"text__contains": "klant"}, {"answers__trust": 3}])
def test_search_in_a_sealed_field_is_refused(remark_model: Any, question: dict[str, Any]) -> None:
    with pytest.raises(FieldError, match="is sealed"):
        remark_model.objects.filter(**question).count()


def test_value_stays_out_of_every_repr(remark_model: Any) -> None:
    fresh = remark_model(text=SECRET, answers={"woord": "twijfel"})
    fresh.save()
    read = remark_model.objects.get()
    for remark in (fresh, read):
        assert "twijfel" not in repr([remark, remark.text, remark.answers, vars(remark)])
    assert f"{read.text}" == SECRET
    assert "twijfel" not in repr(list(remark_model.objects.values()))


def test_dump_holds_the_sealed_token(remark_model: Any) -> None:
    remark_model.objects.create(text=SECRET, answers={"woord": "twijfel"})
    assert "twijfel" not in serializers.serialize("json", remark_model.objects.all())


def test_old_key_opens_and_new_key_seals_again(remark_model: Any, settings: Any) -> None:
    old, new = Fernet.generate_key().decode(), Fernet.generate_key().decode()
    settings.SEALING_KEYS = [old]
    remark = remark_model.objects.create(text=SECRET, answers=[1, 2])
    settings.SEALING_KEYS = [new, old]
    reseal(remark_model, [remark.pk])
    settings.SEALING_KEYS = [new]
    assert remark_model.objects.get().text == SECRET
    assert remark_model.objects.get().answers == [1, 2]
    settings.SEALING_KEYS = [old]
    with pytest.raises(CannotUnseal, match=r"Remark\.text"):
        remark_model.objects.get()


def test_sealed_fields_are_found(remark_model: Any) -> None:
    assert sealed_fields(remark_model) == ["text", "answers"]
