"""Everything of hers in one archive: complete, importable, and with nothing of anybody else's own."""

from __future__ import annotations

import json
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.test import Client
from django.urls import reverse

from samenstroom.accounts.models import Person
from samenstroom.accounts.proven import PROVEN
from samenstroom.collaborations.models import Seat
from samenstroom.dossier.importing import read_in
from samenstroom.dossier.profile.reading import read_profile
from samenstroom.dossier.reading import read
from samenstroom.exploring.models import ReferenceRequest
from samenstroom.kit import clock
from samenstroom.mail.forgetting import erase_mail_of
from samenstroom.mail.models import OutgoingMail
from samenstroom.mail.outbox import queue_mail
from samenstroom.privacy.queries.kept import kept_of
from samenstroom.privacy.takeout import account_of, archive, own_of
from tests.house.two_worlds import MUCH
from tests.people import CODE, day, together, with_account
from tests.worlds import NOW, Secrets, build_world

MARK = "Kwikstaartje"


def packed(person: Person) -> dict[str, str]:
    pieces = list(archive(person, now=NOW))
    assert len(pieces) > 3, "it is made while it is sent"
    with ZipFile(BytesIO(b"".join(pieces))) as file:
        return {name: file.read(name).decode() for name in file.namelist()}


@pytest.mark.django_db
def test_it_holds_all_of_hers_and_nothing_the_other_keeps() -> None:
    with clock.frozen(NOW):
        world = build_world(replace(MUCH, remark=MARK), Secrets())
        hers, others = packed(world.noor), packed(world.marleen)
        assert sum(name.startswith("collaborations/") for name in hers) == 3
        assert MARK in hers["collaborations/001-studio-linde.json"]
        assert MARK not in "".join(others.values())
        assert "password" not in json.loads(hers["account.json"]) and "token_hash" not in hers["own.json"]
        read_profile(hers["profile.json"].encode(), now=NOW)
        document = read(hers["collaborations/003-stille-zaak.json"].encode())
        assert read_in(document=document, person=world.ruben, name="Noor van Dalen", now=NOW).name == "Stille Zaak"


@pytest.mark.django_db
def test_an_address_that_nobody_proved_opens_and_erases_no_mail_of_whoever_has_it(settings: Any) -> None:
    settings.MAIL_MODE = "preview"
    table, ruben = together(), with_account("Ruben Smit", "marleen@voorbeeld.nl")
    invited = {"kind": "mediator_invitation", "to_email": "Marleen@voorbeeld.nl", "by": table.noor, "language": "nl"}
    waits = queue_mail(**invited, words={"name": "Marleen"}, unique_key="waits", now=day(1))
    left = queue_mail(**invited, words={"name": "Noor Jansen"}, unique_key="left", now=day(1))
    assert waits is not None and left is not None
    OutgoingMail.objects.filter(pk=left.pk).update(sent_at=day(1))
    assert account_of(ruben, now=day(2))["mails"] == [] and "mail" not in {one.group for one in kept_of(ruben)}
    erase_mail_of(ruben)
    assert OutgoingMail.objects.filter(pk=waits.pk).exists(), "it still has to reach Marleen"
    Person.objects.filter(pk=ruben.pk).update(email_confirmed_at=day(2))
    ruben.refresh_from_db()
    left.save(force_insert=True)
    OutgoingMail.objects.filter(pk=left.pk).update(sent_at=day(1))
    assert [one["words"] for one in account_of(ruben, now=day(2))["mails"]] == [{"name": "Noor Jansen"}]
    assert erase_mail_of(ruben) == 2


@pytest.mark.django_db
def test_what_a_referee_is_still_writing_is_not_hers_to_take_along() -> None:
    table = together()
    asked = ReferenceRequest.objects.create(
        person=table.noor, collaboration=table.collaboration, referee="Yara", asked_at=day(1), drafted_at=day(2),
        answers={"again": {"words": MARK}},
    )  # fmt: skip
    Seat.objects.filter(person=table.noor).update(person=None)  # she no longer sits there; her own things stay hers
    (told,) = own_of(table.noor)["exploring.ReferenceRequest"]
    assert told["referee"] == "Yara" and "drafted_at" not in told and MARK not in str(told)
    ReferenceRequest.objects.filter(pk=asked.pk).update(sent_at=day(3))
    assert MARK in str(own_of(table.noor))


@pytest.mark.django_db
def test_a_link_holder_takes_the_same_along_behind_her_own_door() -> None:
    table = together()
    client = Client()
    client.force_login(table.marleen)
    assert client.post(reverse("portal:privacy_take_all")).url.startswith("/kant/bevestigen/")
    session = client.session
    session[PROVEN] = {"person": table.marleen.pk, "at": clock.now().isoformat()}
    session.save()
    answer = client.post(reverse("portal:privacy_take_all"))
    with ZipFile(BytesIO(b"".join(answer))) as file:
        assert "collaborations/001-studio-lindenhof.json" in file.namelist()
    assert CODE not in answer.headers["Content-Disposition"]
