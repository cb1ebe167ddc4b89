"""Taking a dossier along behind both doors, and bringing one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import Collaboration
from samenstroom.dossier.export import as_text, export
from samenstroom.kit import clock
from tests.people import Together, answer, day, ruben, together


@pytest.fixture
def table(db: None) -> Iterator[Together]:
    with clock.frozen(at=day(1)):
        made = together()
        answer(made.round, made.noors_seat, remark="van Noor alleen")
        yield made


def at(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def page(door: str, table: Together) -> str:
    return reverse(f"{door}:dossier", args=[table.collaboration.public_id])


@pytest.mark.parametrize(("door", "who"), [("workspace", "noor"), ("portal", "marleen")])
def test_both_sides_read_what_is_in_it_and_take_it_along(table: Together, door: str, who: str) -> None:
    client, address = at(getattr(table, who)), page(door, table)
    shown = client.get(address).content.decode()
    assert "Download je dossier" in shown and "zit er niet in" in shown
    for answered in (client.post(address), client.get(address, {"download": "1"})):
        assert answered["Content-Type"] == "application/json; charset=utf-8"
        assert answered["Content-Disposition"] == 'attachment; filename="samenstroom-studio-lindenhof-2026-01-06.json"'
        assert "no-store" in answered["Cache-Control"]
        document = json.loads(answered.content)
        assert document["made_for"] == who
        assert ("van Noor alleen" in answered.content.decode()) is (who == "noor")


def test_an_outsider_takes_nothing_along(table: Together) -> None:
    assert at(ruben()).post(page("workspace", table)).status_code == 404


def bring(client: Client, content: bytes, **more: Any) -> Any:
    file = SimpleUploadedFile("dossier.json", content, content_type="application/json")
    return client.post(reverse("workspace:import"), {"file": file, **more})


def test_a_dossier_becomes_a_collaboration_of_who_brings_it(table: Together) -> None:
    client = at(ruben())
    answered = bring(client, as_text(export(table.seen_by_noor(day(1)))).encode())
    assert answered.status_code == 302
    assert "Studio Lindenhof" in client.get(answered["Location"]).content.decode()


def test_a_wrong_file_says_what_and_where_and_makes_nothing(table: Together) -> None:
    document = export(table.seen_by_noor(day(1)))
    document["entries"][1]["on"] = "morgen"
    answered = bring(at(ruben()), as_text(document).encode())
    assert answered.status_code == 422
    text = answered.content.decode()
    assert "<title>Fout:" in text and "Plaats: entries, nummer 2, on." in text
    assert Collaboration.objects.count() == 1


def test_the_fault_is_in_the_language_of_the_page(table: Together) -> None:
    person = ruben()
    Person.objects.filter(pk=person.pk).update(language="en")
    person.refresh_from_db()
    assert "This is not a Samenstroom dossier." in bring(at(person), b"{}").content.decode()


def test_a_file_for_nobody_asks_for_a_name_beside_that_field(table: Together) -> None:
    document = as_text(export(table.seen_by_noor(day(1)), only_shared=True)).encode()
    client = at(ruben())
    asked = bring(client, document)
    assert asked.status_code == 422 and "Wie ben jij in dit dossier?" in asked.content.decode()
    assert bring(client, document, name="Noor Jansen").status_code == 302


@pytest.mark.parametrize("content", [b"", b"\x00\x01", b"[" * 100_000])
def test_nothing_that_is_brought_breaks_the_page(table: Together, content: bytes) -> None:
    assert bring(at(ruben()), content).status_code == 422


def test_without_a_file_it_asks_for_one(table: Together) -> None:
    answered = at(ruben()).post(reverse("workspace:import"), {})
    assert answered.status_code == 422 and "Kies het bestand" in answered.content.decode()


def test_the_logbook_says_who_read_a_line_in(table: Together) -> None:
    client = at(ruben())
    made = bring(client, as_text(export(table.seen_by_noor(day(1)))).encode())["Location"]
    shown = client.get(f"{made}gedeeld/").content.decode()
    assert "Door: Marleen de Vries, ingelezen door Ruben Smit en niet bevestigd" in shown


def test_every_page_of_a_collaboration_that_was_read_in_works(table: Together) -> None:
    answer(table.round, table.marleens_seat, remark="nu", remark_choice="now")
    client = at(ruben())
    made = bring(client, as_text(export(table.seen_by_noor(day(1)))).encode())["Location"]
    reveal = "samenwerken/check-in/2026-01-05/"
    for rest in (
        "",
        "logboek/",
        "gedeeld/",
        "zoals-de-ander/",
        "samenwerken/check-in/",
        "samenwerken/stroom/",
        reveal,
        "fase/",
    ):
        assert client.get(f"{made}{rest}").status_code == 200, rest
    assert "Ingelezen door Ruben Smit, niet bevestigd." in client.get(f"{made}{reveal}").content.decode()
