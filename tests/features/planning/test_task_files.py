"""The plan as a file: out and in again, with a look at it first; twice changes nothing, and nothing comes half."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from samenstroom.collaborations.actions import show_colleague
from samenstroom.kit import clock
from samenstroom.planning.forms.task_files import MAX_BYTES
from samenstroom.planning.models import Task
from samenstroom.planning.queries.tasks import tasks_of
from tests.features.planning.task_steps import FRIDAY, added, kinds
from tests.people import Together, day, karin, together

pytestmark = pytest.mark.django_db
FILE = "Titel;Toegewezen aan;Due date;Status\nLijst sturen;Noor;9-1-2026;\nFoto kiezen;Marleen de Vries;;bezig\nOud;ik;1-12-2025;klaar\n"


@pytest.fixture
def pages(client: Client) -> Iterator[tuple[Together, Client, str]]:
    table = together()
    with clock.frozen(day(1)):
        client.force_login(table.noor)
        yield table, client, f"/s/{table.collaboration.public_id}/starten/actieplan/"


def sent(client: Client, base: str, content: bytes | str) -> Any:
    raw = content.encode() if isinstance(content, str) else content
    return client.post(f"{base}inlezen/", {"file": SimpleUploadedFile("taken.csv", raw)})


def chosen(page: Any, **more: str) -> dict[str, str]:
    """What the next form holds: the file and the columns that were guessed."""
    form = page.context["form"]
    return {name: str(form[name].value() or "") for name in form.fields} | more


def test_first_it_is_looked_at_and_then_it_comes_on_the_plan_once(pages: Any) -> None:
    table, client, base = pages
    page = sent(client, base, FILE)
    assert page.status_code == 200 and "3 nieuwe taken." in page.content.decode() and not Task.objects.exists()
    client.post(f"{base}inlezen/", chosen(page, do="take"))
    rows = {view.task.what: view for view in tasks_of(table.seen_by_noor(day(1)))}
    assert (rows["Lijst sturen"].task.due_on, rows["Lijst sturen"].is_mine) == (FRIDAY, True)
    assert rows["Foto kiezen"].is_theirs and rows["Foto kiezen"].state == "busy"
    again = client.post(f"{base}inlezen/", chosen(page, do="take"), follow=True)
    assert "stond al op het plan" in again.content.decode() and Task.objects.count() == 3
    assert kinds(table) == ["task_added"]


def test_what_was_over_before_it_came_is_no_promise(pages: Any) -> None:
    _table, client, base = pages
    client.post(f"{base}inlezen/", chosen(sent(client, base, FILE), do="take"))
    promised = {task.what: task.promised_at is not None for task in Task.objects.all()}
    assert promised == {"Lijst sturen": True, "Foto kiezen": False, "Oud": False}


def test_each_fault_names_its_row_and_nothing_comes_half(pages: Any) -> None:
    _table, client, base = pages
    page = sent(client, base, "Taak;Wie;Deadline\nGoed;;\n;Piet;ooit\n")
    text = page.content.decode()
    assert page.status_code == 422
    for told in ("Rij 3, Taak: hier staat nog niets.", "Rij 3, Wie: deze naam", "Rij 3, Deadline: dit is geen dag."):
        assert told in text
    assert client.post(f"{base}inlezen/", chosen(page, do="take")).status_code == 422
    assert not Task.objects.exists()
    right = chosen(sent(client, base, "Taak;Wie\nGoed;Piet\n"), owner="", do="take")
    client.post(f"{base}inlezen/", right)
    assert Task.objects.get().what == "Goed"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "Dit bestand is leeg."),
        (b"PK\x03\x04 a workbook", "Sla het eerst op als CSV"),
        (b"x" * (MAX_BYTES + 1), "Dit bestand is te groot."),
        (b"Taak\n" + b"iets\n" * 501, "te veel rijen"),
        (b"a\x00\x01b\x02", "geen tabel"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(pages: Any, content: bytes, told: str) -> None:
    _table, client, base = pages
    page = sent(client, base, content)
    assert page.status_code == 422 and told in page.content.decode()


def test_a_file_that_was_damaged_on_the_way_is_asked_for_again(pages: Any) -> None:
    _table, client, base = pages
    page = client.post(f"{base}inlezen/", {"packed": "geen bestand", "do": "take"}, follow=True)
    assert "Kies het nog eens" in page.content.decode() and not Task.objects.exists()


def test_what_goes_out_comes_in_again_without_a_change_and_without_formulas(pages: Any) -> None:
    table, client, base = pages
    added(table)
    Task.objects.update(content={"what": "=SOM(1)", "note": ""})
    out = client.get(f"{base}meenemen/").content
    assert "'=SOM(1);Noor;2026-01-09;streefdatum;te doen" in out.decode("utf-8-sig")
    page = sent(client, base, out)
    assert page.status_code == 200 and "1 staat al op het plan." in page.content.decode()


def test_who_only_reads_along_reads_nothing_in(pages: Any) -> None:
    table, client, base = pages
    colleague = karin(colleague_of=table.noor)
    show_colleague(by=table.noors_seat, colleague=colleague, now=day(1))
    client.force_login(colleague)
    assert client.get(f"{base}inlezen/").status_code == 302
    assert client.get(f"{base}meenemen/").status_code == 200
