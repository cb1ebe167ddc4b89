"""Erasing a person: nothing of hers is left anywhere, and the other's pages change in the listed ways only."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import transaction
from django.db.models.fields.reverse_related import ForeignObjectRel
from django.test import Client
from django.urls import reverse

from samenstroom.accounts.models import Person, PersonalLink, Practice
from samenstroom.checkins.models import Answer
from samenstroom.collaborations.models import Collaboration, HistoryLine, Seat
from samenstroom.exploring.actions.feelings import note_feeling
from samenstroom.flows.erasing import erase, erase_who_wished, stay, wish_to_be_erased
from samenstroom.kit import clock, tokens
from samenstroom.mail.models import OutgoingMail
from samenstroom.privacy.fates import MIXED
from samenstroom.privacy.models import ErasureWish
from tests.house.two_worlds import MUCH, Undo
from tests.people import CODE, PASSWORD, answer, day, noor, started, together
from tests.worlds import NOW, Secrets, World, build_world

MARK = "Kwikstaartje"
KEPT_FOR_OTHERS = {*MIXED, "accounts.PersonalLink"}
"""What may still point at who was erased: opened answers, a thank-you note, who made a link of the other."""
FOR_MARLEEN = ("collaboration", "checkins", "logbook", "shared", "stream", "as_other", "agreement", "invoices")


def world_of(keeps: Secrets) -> World:
    with clock.frozen(NOW):
        return build_world(keeps, Secrets())


def everything_told() -> str:
    """Every value of every row of ours, unsealed."""
    ours = [one for one in apps.get_models() if one.__module__.startswith("samenstroom.")]
    rows = (row for model in ours for row in model._base_manager.all())
    return "\n".join(str(getattr(row, one.attname)) for row in rows for one in row._meta.concrete_fields)


def pages_of(person: Person, table: Collaboration) -> dict[str, str]:
    client = Client()
    client.force_login(person)
    with clock.frozen(NOW):
        found = {
            name: client.get(reverse(f"portal:{name}", kwargs={"collaboration": table.public_id}))
            for name in FOR_MARLEEN
        }
    assert {one.status_code for one in found.values()} == {200}
    return {name: re.sub(r"csrfmiddlewaretoken[^>]+", "", one.content.decode()) for name, one in found.items()}


@pytest.mark.django_db
class TestNothingIsLeft:
    def test_no_row_and_no_word_of_hers_is_left_in_a_world_full_of_it(self, settings) -> None:
        settings.MAIL_MODE = "preview"
        kept = replace(MUCH, remark=MARK, appreciation=MARK, private_lines=(MARK,))
        world = world_of(kept)
        erase(person=world.noor, now=NOW)
        assert MARK not in everything_told()
        assert "noor@example.org" not in everything_told()
        shell = Person.objects.get(pk=world.noor.pk)
        assert (shell.name, shell.email, shell.is_active, shell.account_since) == ("", None, False, None)
        pointing = {
            relation.related_model._meta.label
            for relation in shell._meta.get_fields(include_hidden=True)
            if isinstance(relation, ForeignObjectRel)
            and relation.related_model._base_manager.filter(**{relation.field.name: shell}).exists()
        }
        assert pointing and pointing <= KEPT_FOR_OTHERS
        assert not OutgoingMail.objects.filter(to_email__iexact="noor@example.org").exists()

    def test_what_she_kept_to_herself_never_shows_in_what_the_other_sees_afterwards(self) -> None:
        told = []
        for keeps in (Secrets(), replace(MUCH, remark=MARK)):
            with suppress(Undo), transaction.atomic():
                world = world_of(keeps)
                with tokens.seeded(480):
                    erase(person=world.noor, now=NOW)
                told.append(pages_of(world.marleen, world.first))
                raise Undo
        assert {name for name in FOR_MARLEEN if told[0][name] != told[1][name]} == set()

    def test_a_table_of_hers_alone_goes_as_a_whole_and_so_does_her_practice(self) -> None:
        me = noor()
        started(me)
        note_feeling(
            person=me, collaboration=None, step=2, sussed=False, words="x", subject="", prediction="", percent=None,
            known_on=None, now=day(0),
        )  # fmt: skip
        gone = erase(person=me, now=day(1))
        assert (gone["tables"], gone["doubts"]) == (1, 1)
        assert not Person.objects.filter(pk=me.pk).exists(), "nobody else's things pointed at her"
        assert not (Collaboration.objects.exists() or Practice.objects.exists())

    def test_an_opened_answer_stays_for_the_other_without_what_only_she_could_read(self) -> None:
        table = together()
        answer(table.round, table.noors_seat, remark=MARK, remark_choice="mine", now=day(1))
        answer(table.round, table.marleens_seat, now=day(1))
        erase(person=table.noor, now=day(2))
        left = Answer.objects.get(seat__party__position=1)
        assert left.values and (left.remark, left.guess) == ("", None)

    def test_a_sealed_answer_goes_and_the_other_reads_who_stopped(self) -> None:
        table = together()
        answer(table.round, table.marleens_seat, now=day(1))
        erase(person=table.marleen, now=day(2))
        assert not Answer.objects.exists()
        assert not Person.objects.filter(pk=table.marleen.pk).exists()
        line = HistoryLine.objects.get(kind="erased")
        assert str(line.seat) == "Marleen de Vries" and line.author is None
        client = Client()
        client.force_login(table.noor)
        page = client.get(reverse("workspace:logbook", kwargs={"collaboration": table.collaboration.public_id}))
        assert "Marleen stopte en liet de eigen gegevens wissen" in page.content.decode()

    def test_the_other_still_comes_in_with_the_link_that_was_made_for_her(self) -> None:
        table = together()
        erase(person=table.noor, now=day(2))
        assert Seat.objects.get(person=table.marleen).invitee is not None
        assert PersonalLink.objects.filter(withdrawn_at=None).get().minted_by.first_name == "iemand"


@pytest.mark.django_db
class TestThinkingItOver:
    def test_she_can_come_back_for_two_weeks_and_then_it_is_done(self, settings) -> None:
        settings.MAIL_MODE = "preview"
        table = together()
        wish = wish_to_be_erased(person=table.noor, now=day(0))
        assert wish.erase_on == date(2026, 1, 19)
        assert wish_to_be_erased(person=table.noor, now=day(3)).erase_on == wish.erase_on
        assert OutgoingMail.objects.filter(kind="erasure_asked").count() == 1
        assert erase_who_wished(now=day(13)) == 0
        assert stay(person=table.noor, now=day(13)) and not stay(person=table.noor, now=day(13))
        assert erase_who_wished(now=day(20)) == 0
        wish_to_be_erased(person=table.noor, now=day(20))
        assert (erase_who_wished(now=day(34)), erase_who_wished(now=day(34))) == (1, 0)
        assert Person.objects.get(pk=table.noor.pk).erased_at == day(34)
        assert not ErasureWish.objects.exists()

    def test_a_wish_changes_nothing_that_the_other_sees(self) -> None:
        table = together()
        before = pages_of(table.marleen, table.collaboration)
        wish_to_be_erased(person=table.noor, now=NOW)
        assert pages_of(table.marleen, table.collaboration) == before


@pytest.mark.django_db
def test_the_command_asks_and_prints_numbers_only(monkeypatch, capsys) -> None:
    table = together()
    monkeypatch.setattr("sys.stdin.readline", lambda: "noor@voorbeeld.nl\n")
    call_command("erase", "noor@voorbeeld.nl")
    told = capsys.readouterr().out
    assert "Erased." in told and "Lindenhof" not in told and "Jansen" not in told
    assert Person.objects.get(pk=table.noor.pk).erased_at is not None


@pytest.mark.django_db
@pytest.mark.parametrize(("door", "secret"), [("workspace", PASSWORD), ("portal", CODE)])
class TestThePages:
    def test_both_doors_ask_for_her_name_and_her_secret(self, door: str, secret: str) -> None:
        table = together()
        person = table.noor if door == "workspace" else table.marleen
        client = Client()
        client.force_login(person)
        page = reverse(f"{door}:privacy_erase")
        wrong = client.post(page, {"name": "Iemand Anders", "password": "mis"})
        assert wrong.status_code == 422 and "Er is niets gewist" in wrong.content.decode()
        asked = client.post(page, {"name": person.name.lower(), "password": secret})
        assert asked.status_code == 200 and "_auth_user_id" not in client.session
        assert ErasureWish.objects.get().person == person
        client.force_login(person)
        assert "Tot die dag kun je nog terug" in client.get(reverse(f"{door}:privacy")).content.decode()
        client.post(reverse(f"{door}:privacy_back"))
        assert not ErasureWish.objects.exists()

    def test_nobody_finds_her_secret_here_by_trying(self, door: str, secret: str) -> None:
        table = together()
        person = table.noor if door == "workspace" else table.marleen
        client = Client()
        client.force_login(person)
        page = reverse(f"{door}:privacy_erase")
        for guess in range(6):
            client.post(page, {"name": person.name, "password": f"gok {guess}"})
        late = client.post(page, {"name": person.name, "password": secret})
        assert late.status_code == 422 and "te vaak" in late.content.decode()
        assert not ErasureWish.objects.exists()


@pytest.mark.django_db
def test_who_has_no_secret_to_type_proves_first_that_it_is_she() -> None:
    table = together()
    table.marleen.set_unusable_password()
    table.marleen.email, table.marleen.email_confirmed_at = "marleen@voorbeeld.nl", day(0)
    table.marleen.save()
    client = Client()
    client.force_login(table.marleen)
    asked = client.post(reverse("portal:privacy_erase"), {"name": table.marleen.name})
    assert asked.url.startswith(reverse("portal:prove")) and not ErasureWish.objects.exists()
