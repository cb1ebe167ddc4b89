"""The agreement on the table and the writing of one, page by page."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from samenstroom.agreements.models import AgreementDraft, AgreementVersion
from samenstroom.agreements.queries.drafts import draft_of, own_facts_of
from samenstroom.collaborations.actions import write_line
from samenstroom.exploring.actions.decisions import PLACES
from samenstroom.rules.visibility import Circle
from tests.features.agreements.steps import drafted, laid
from tests.people import Together, day, noor, started, together, visit

pytestmark = pytest.mark.django_db


@pytest.fixture
def table() -> Together:
    return together(with_rhythm=False, stage="agree")


@pytest.fixture
def noors(table: Together) -> Client:
    client = Client()
    client.force_login(table.noor)
    return client


@pytest.fixture
def marleens(table: Together) -> Client:
    client = Client()
    client.force_login(table.marleen)
    return client


def at(table: Together, rest: str, door: str = "s") -> str:
    return f"/{door}/{table.collaboration.public_id}/afspreken/{rest}"


def text_of_page(answer: HttpResponse) -> str:
    return answer.content.decode()


def filled(page: Any) -> dict[str, Any]:
    """What stands in the form of a page."""
    return {name: "" if value is None else value for name, value in page.context["form"].initial.items()}


def test_from_the_first_question_to_the_table(table: Together, noors: Client) -> None:
    assert noors.get(at(table, "opstellen/")).status_code == 200
    assert noors.post(at(table, "opstellen/"))["Location"] == at(table, "opstellen/vraag/1/")
    for number in range(1, 8):
        page = noors.get(at(table, f"opstellen/vraag/{number}/"))
        assert f"Vraag {number} van 7" in text_of_page(page)
        assert noors.post(at(table, f"opstellen/vraag/{number}/"), filled(page)).status_code == 302
    assert noors.get(at(table, "opstellen/?open=invoicing")).context["form"] is not None
    assert noors.get(at(table, "opstellen/op-tafel/")).status_code == 200
    assert AgreementVersion.objects.count() == 0
    noors.post(at(table, "opstellen/op-tafel/"))
    assert AgreementVersion.objects.get().number == 1
    assert draft_of(table.seen_by_noor(day(0))) is None
    assert noors.post(at(table, "opstellen/op-tafel/")).status_code == 302
    assert AgreementVersion.objects.count() == 1


def test_what_the_work_is_stands_under_its_clause(table: Together, noors: Client) -> None:
    drafted(table.seen_by_noor(day(1)))
    noors.post(at(table, "opstellen/vraag/2/"), {"done": "De mailbox", "not_done": "Boekhouding"})
    page = noors.get(at(table, "opstellen/"))
    assert "De mailbox" in text_of_page(page) and "Dit hoort er niet bij:" in text_of_page(page)
    again = noors.get(at(table, "opstellen/vraag/2/"))
    assert filled(again) == {"done": "De mailbox", "not_done": "Boekhouding"}


@pytest.mark.parametrize(
    ("number", "name", "typed", "said"),
    [
        (1, "my_name", "", "Vul je naam in."),
        (1, "my_address", "x" * 161, "maximaal 160 tekens"),
        (2, "done", "x" * 3001, "maximaal 3000 tekens"),
        (3, "hourly_rate_eur", "veel", "Vul een getal in"),
        (3, "payment_term_days", "14,5", "Vul een heel getal in"),
        (4, "start_date", "morgen", "Vul een datum in"),
        (3, "fee_model", "ruil", "Kies een van de antwoorden."),
    ],
)
def test_a_wrong_answer_is_said_at_the_field_and_stays(
    table: Together, noors: Client, number: int, name: str, typed: str, said: str
) -> None:
    before = drafted(table.seen_by_noor(day(1))).content
    page = noors.get(at(table, f"opstellen/vraag/{number}/"))
    answer = noors.post(at(table, f"opstellen/vraag/{number}/"), {**filled(page), name: typed})
    assert answer.status_code == 422 and said in str(answer.context["form"].errors[name])
    assert "Fout:" in text_of_page(answer)
    assert answer.context["form"][name].value() == typed
    found = draft_of(table.seen_by_noor(day(1)))
    assert found is not None and found.content == before


def test_a_clause_is_changed_in_place_taken_out_and_added(table: Together, noors: Client) -> None:
    drafted(table.seen_by_noor(day(1)))
    clause = at(table, "opstellen/bepaling/invoicing/")
    wrong = noors.post(clause, {"invoicing-payment_term_days": "x", "do": "save"})
    assert wrong.status_code == 422 and 'value="x"' in text_of_page(wrong)
    assert noors.post(clause, {"invoicing-payment_term_days": "21", "do": "save"})["Location"].endswith("#b-invoicing")
    assert "21 dagen" in text_of_page(noors.get(at(table, "opstellen/")))
    noors.post(clause, {"do": "remove"})
    assert "b-invoicing" not in text_of_page(noors.get(at(table, "opstellen/")))
    noors.post(clause, {"do": "add"})
    assert "b-invoicing" in text_of_page(noors.get(at(table, "opstellen/")))


def test_a_clause_nobody_knows_is_not_there(table: Together, noors: Client) -> None:
    drafted(table.seen_by_noor(day(1)))
    assert noors.post(at(table, "opstellen/bepaling/bestaat_niet/"), {"do": "save"}).status_code == 404
    assert noors.get(at(table, "opstellen/?open=bestaat_niet")).context["form"] is None
    assert noors.get(at(table, "opstellen/vraag/99/")).status_code == 404
    assert noors.get(at(table, "opstellen/eigen/9/")).status_code == 404


def test_a_clause_of_her_own_and_a_charter(table: Together, noors: Client) -> None:
    drafted(table.seen_by_noor(day(1)))
    empty = noors.post(at(table, "opstellen/eigen/0/"), {"title": "De hond", "text": ""})
    assert empty.status_code == 422 and "Schrijf op wat jullie afspreken." in text_of_page(empty)
    noors.post(at(table, "opstellen/eigen/0/"), {"title": "De hond", "text": "Mag mee."})
    noors.post(at(table, "opstellen/omgang/"), {"own": "We lachen ook."})
    page = text_of_page(noors.get(at(table, "opstellen/")))
    assert "Mag mee." in page and "We lachen ook." in page
    noors.post(at(table, "opstellen/eigen/1/"), {"title": "De hond", "text": "Mag mee.", "remove": "1"})
    assert "Mag mee." not in text_of_page(noors.get(at(table, "opstellen/")))


def test_what_only_she_may_say_is_kept_for_her(table: Together, noors: Client) -> None:
    drafted(table.seen_by_noor(day(1)))
    wrong = noors.post(at(table, "opstellen/controle/over-mij/"), {"share_of_income_percent": "veel"})
    assert wrong.status_code == 422
    noors.post(at(table, "opstellen/controle/over-mij/"), {"share_of_income_percent": "80"})
    assert own_facts_of(table.seen_by_noor(day(1))) == {"share_of_income_percent": 80}


def test_both_read_the_same_text_and_nothing_of_a_draft(table: Together, noors: Client, marleens: Client) -> None:
    laid(table.seen_by_noor(day(1)), title="De hond", text="De hond mag mee.")
    drafted(table.seen_by_noor(day(1)), title="GEHEIM", text="GEHEIM")
    hers, theirs = noors.get(at(table, "overeenkomst/")), marleens.get(at(table, "overeenkomst/", "kant"))
    assert hers.context["text"] == theirs.context["text"]
    assert "De hond mag mee." in text_of_page(theirs)
    assert "GEHEIM" not in text_of_page(theirs) and "GEHEIM" not in text_of_page(hers)
    assert marleens.get(at(table, "opstellen/", "kant")).status_code == 404


def test_earlier_versions_stay_readable_and_can_be_taken_along(
    table: Together, noors: Client, marleens: Client
) -> None:
    first = laid(table.seen_by_noor(day(1)), title="Eerst", text="Eerst.")
    laid(table.seen_by_noor(day(2)), title="Daarna", text="Daarna.")
    page = text_of_page(marleens.get(at(table, "overeenkomst/1/", "kant")))
    assert "Eerst." in page and "Van tafel sinds" in page
    file = marleens.get(at(table, "overeenkomst/1/bestand/", "kant"))
    assert json.loads(file.content) == first.content and "attachment" in file["Content-Disposition"]
    assert marleens.get(at(table, "overeenkomst/9/", "kant")).status_code == 404


def test_only_who_put_a_version_there_takes_it_off(table: Together, noors: Client, marleens: Client) -> None:
    version = laid(table.seen_by_noor(day(1)))
    marleens.post(at(table, "overeenkomst/1/van-tafel/", "kant"))
    version.refresh_from_db()
    assert version.is_open
    for _ in range(2):
        assert noors.post(at(table, "overeenkomst/1/van-tafel/")).status_code == 302
    version.refresh_from_db()
    assert not version.is_open


def test_her_own_version_begins_from_what_lies_there(table: Together, noors: Client) -> None:
    laid(table.seen_by_marleen(day(1)), title="De hond", text="De hond mag mee.")
    assert "Verder vanaf versie 1" in text_of_page(noors.get(at(table, "opstellen/")))
    noors.post(at(table, "opstellen/"), {"from": "1"})
    found = draft_of(table.seen_by_noor(day(1)))
    assert found is not None and found.beside["from_version"] == 1 and found.beside["provider"] == "other"
    assert "De hond mag mee." in text_of_page(noors.get(at(table, "opstellen/")))


def test_a_file_comes_in_as_a_draft_and_something_else_does_not(table: Together, noors: Client) -> None:
    version = laid(table.seen_by_noor(day(1)), title="De hond", text="De hond mag mee.")
    other = SimpleUploadedFile("x.json", b'{"iets": 1}')
    refused = noors.post(at(table, "opstellen/inlezen/"), {"file": other})
    assert refused.status_code == 422 and "geen overeenkomst die we kunnen lezen" in text_of_page(refused)
    assert "Kies eerst een bestand." in text_of_page(noors.post(at(table, "opstellen/inlezen/")))
    file = SimpleUploadedFile("overeenkomst.json", json.dumps(version.content).encode())
    noors.post(at(table, "opstellen/inlezen/"), {"file": file})
    assert "De hond mag mee." in text_of_page(noors.get(at(table, "opstellen/")))
    assert AgreementVersion.objects.count() == 1


def test_a_draft_is_thrown_away_after_one_question(table: Together, noors: Client) -> None:
    drafted(table.seen_by_noor(day(1)))
    assert "Dit concept weggooien?" in text_of_page(noors.get(at(table, "opstellen/weggooien/")))
    assert AgreementDraft.objects.exists()
    noors.post(at(table, "opstellen/weggooien/"))
    assert not AgreementDraft.objects.exists()


def test_without_a_draft_every_page_leads_to_the_beginning(table: Together, noors: Client) -> None:
    for rest in ("vraag/1/", "eigen/0/", "omgang/", "controle/opzij/ANY-PAR-01/"):
        assert noors.get(at(table, f"opstellen/{rest}"))["Location"] == at(table, "opstellen/")
    for rest in ("bepaling/invoicing/", "controle/herstel/"):
        assert noors.post(at(table, f"opstellen/{rest}"))["Location"] == at(table, "opstellen/")


def test_a_point_that_was_shared_is_remembered_beside_the_text(table: Together, noors: Client) -> None:
    write_line(seat=table.marleens_seat, kind=PLACES["agreement"], now=day(1), note="Graag iets over vakantie.")
    drafted(table.seen_by_noor(day(1)))
    assert "Graag iets over vakantie." in text_of_page(noors.get(at(table, "opstellen/")))


def test_her_own_price_is_remembered_for_her_alone(table: Together, noors: Client, marleens: Client) -> None:
    write_line(
        seat=table.noors_seat, kind="price_named", now=day(1), circle=Circle.PRIVATE, about=table.noors_seat.party,
        data={"amount": "65"},
    )  # fmt: skip
    drafted(table.seen_by_noor(day(1)))
    assert "noemde de eigen prijs: € 65" in text_of_page(noors.get(at(table, "opstellen/")))
    assert "€ 65" not in text_of_page(marleens.get(at(table, "overeenkomst/", "kant")))


def test_alone_a_version_lies_ready_and_nothing_waits() -> None:
    me = noor()
    mine = visit(me, started(me, stage="agree"), now=day(1))
    client = Client()
    client.force_login(me)
    laid(mine)
    page = text_of_page(client.get(f"/s/{mine.collaboration.public_id}/afspreken/overeenkomst/"))
    assert "Ligt klaar" in page and "Je hoeft nergens op te wachten." in page
