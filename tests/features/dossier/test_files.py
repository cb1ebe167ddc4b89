"""Files go along in a dossier, with what is in them, and come back the same; a private one goes with who kept it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from samenstroom.dossier.export import export
from samenstroom.dossier.importing import read_in
from samenstroom.dossier.problem import DossierError
from samenstroom.files import storage
from samenstroom.files.actions.keep import add_file, remove_file
from samenstroom.files.models import KeptFile
from samenstroom.rules.visibility import Circle
from tests.people import Together, day, together

pytestmark = pytest.mark.django_db

LARGE = b"Een lang verslag. " * 5000


@pytest.fixture(autouse=True)
def _folder(settings: Any, tmp_path: Path) -> None:
    settings.FILES_DIR = tmp_path / "kept_files"


def brought(table: Together, name: str, content: bytes, circle: Circle = Circle.SHARED) -> KeptFile:
    return add_file(
        seat=table.noors_seat, circle=circle, name=name, media_type="text/plain", content=content, now=day(1)
    )


def test_a_file_comes_out_as_it_went_in() -> None:
    table = together()
    brought(table, "verslag.txt", LARGE)
    brought(table, "eigen.txt", b"Alleen voor mij.", Circle.PRIVATE)
    remove_file(kept=brought(table, "weg.txt", b"Toch niet."), seat=table.noors_seat, now=day(2))
    document = json.loads(json.dumps(export(table.seen_by_noor(day(3)))))
    assert [one["name"] for one in document["kept_files"]] == ["verslag.txt", "eigen.txt", "weg.txt"]
    assert [len(one.get("content", ())) for one in document["kept_files"]] == [8, 1, 0]
    made = read_in(document=document, person=table.noor, now=day(4))
    found = {row.name: row for row in KeptFile.objects.filter(collaboration=made)}
    assert storage.read(found["verslag.txt"].public_id) == LARGE
    assert found["eigen.txt"].person == table.noor and found["eigen.txt"].circle == Circle.PRIVATE.value
    assert found["weg.txt"].removed_at is not None


def test_the_other_takes_no_private_file_along() -> None:
    table = together()
    brought(table, "eigen.txt", b"Alleen voor mij.", Circle.PRIVATE)
    assert not export(table.seen_by_marleen(day(3)))["kept_files"]


@pytest.mark.parametrize("content", [["geen base64"], ["PHN2Zz48L3N2Zz4="]], ids=["damaged", "a drawing"])
def test_content_that_is_something_else_is_refused(content: list[str]) -> None:
    table = together()
    brought(table, "verslag.txt", b"Kort.")
    document = json.loads(json.dumps(export(table.seen_by_noor(day(3)))))
    document["kept_files"][0]["content"] = content
    with pytest.raises(DossierError):
        read_in(document=document, person=table.noor, now=day(4))
