"""The pages on which both talk about a version, behind both doors; and a last day to sign."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samenstroom.accounts.models import Person
from samenstroom.agreements.actions.signing import LastDayOverError
from samenstroom.agreements.forms.proposals import part_form
from samenstroom.agreements.models import AgreementVersion, ClauseProposal
from samenstroom.agreements.wording.drafting import draft_page
from samenstroom.collaborations.models import HistoryLine
from samenstroom.flows import negotiating as flow
from samenstroom.kit import clock
from samenstroom.rules.agreement.proposing import parts_of
from tests.features.agreements.negotiating_steps import moves_on, wants, wants_days, wants_more
from tests.features.agreements.signing_steps import signs
from tests.features.agreements.steps import drafted, laid
from tests.people import Together, day, together

pytestmark = pytest.mark.django_db


@pytest.fixture
def two() -> Together:
    return together(with_rhythm=False)


@pytest.fixture
def version(two: Together) -> AgreementVersion:
    return laid(two.seen_by_noor(now=day(1)), title="Honden", text="De hond mag mee.", payment_term_days=30)


def browser(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def address(two: Together, name: str, door: str = "portal", **parts: Any) -> str:
    return reverse(f"{door}:{name}", kwargs={"collaboration": two.collaboration.public_id, **parts})


def fields_of(version: AgreementVersion, part: str, **changed: str) -> Mapping[str, str]:
    """What a browser sends of the fields of a part, with some of them changed."""
    form = part_form(version.content, part, None, None, clock.day_of(day(2)))
    assert form is not None
    return {name: str(form.get_initial_for_field(field, name) or "") for name, field in form.fields.items()} | changed


def propose_at(two: Together, version: AgreementVersion, part: str, data: Mapping[str, str]) -> Any:
    with clock.frozen(day(2)):
        at = address(two, "agreement_propose", number=version.number, part=part)
        return browser(two.marleen).post(at, dict(data))


def test_the_exact_text_is_shown_before_it_goes_and_only_then_it_goes(two: Together, version: AgreementVersion) -> None:
    data = fields_of(version, "invoicing", payment_term_days="14", why="Wij betalen graag vlot.")
    look = propose_at(two, version, "invoicing", {**data, "do": "look"})
    told = look.content.decode()
    assert look.status_code == 200 and "Er is nog niets gedeeld" in told and not ClauseProposal.objects.exists()
    assert "<ins>14</ins>" in told and "<del>30</del>" in told and "Wij betalen graag vlot." in told
    back = propose_at(two, version, "invoicing", {**data, "do": "edit"})
    assert back.status_code == 200 and "Wij betalen graag vlot." in back.content.decode()
    assert propose_at(two, version, "invoicing", {**data, "do": "send"}).status_code == 302
    (made,) = ClauseProposal.objects.all()
    assert parts_of(version.content)["invoicing"]["terms"] | {"payment_term_days": 14} == made.wanted.after["terms"]


@pytest.mark.parametrize(
    ("part", "changed", "said"),
    [
        ("invoicing", {}, "Dit staat er al zo."),
        ("invoicing", {"payment_term_days": "veel"}, "payment_term_days"),
        ("eigen-1", {"title": ""}, "Geef deze bepaling een korte naam."),
        ("wie", {"client_name": ""}, "Vul een naam in."),
    ],
)
def test_what_is_not_right_is_said_at_the_field_and_kept(
    two: Together, version: AgreementVersion, part: str, changed: dict[str, str], said: str
) -> None:
    answer = propose_at(two, version, part, fields_of(version, part, **{**changed, "why": "Mijn reden."}))
    assert answer.status_code == 422 and not ClauseProposal.objects.exists()
    assert said in answer.content.decode() and "Mijn reden." in answer.content.decode()


def test_a_part_can_go_a_clause_can_come_and_a_name_can_be_mended(two: Together, version: AgreementVersion) -> None:
    sent = {"do": "send"}
    propose_at(two, version, "liability", {"drop": "1", "why": "Te zwaar.", **sent})
    missing = draft_page(version.content).missing[0].code
    propose_at(two, version, missing, {**fields_of(version, missing), **sent})
    propose_at(two, version, "nieuw-", {"title": "Katten", "text": "Ook goed.", **sent})
    propose_at(two, version, "wie", {**fields_of(version, "wie", client_name="Linde BV"), **sent})
    found = {one.part.split("-")[0]: one.wanted.after for one in ClauseProposal.objects.all()}
    assert found.keys() == {"liability", missing, "nieuw", "wie"}
    assert (found["liability"], found["wie"]["client"]["name"]) == (None, "Linde BV")
    for one in ClauseProposal.objects.all():
        flow.answer(visit=two.seen_by_noor(now=day(3)), proposal=one, accepts=True, word="")
    new = moves_on(two.seen_by_noor(now=day(3)), version)
    assert parts_of(new.content)["wie"]["client"]["name"] == "Linde BV"
    assert {"eigen-1", "eigen-2", missing} <= parts_of(new.content).keys()


def test_one_tap_agrees_and_one_more_agrees_with_all_that_is_left(two: Together, version: AgreementVersion) -> None:
    client = browser(two.marleen)
    wants_more(two.seen_by_noor(now=day(1)), version, "Katten")
    with clock.frozen(day(2)):
        talk = address(two, "agreement_talk", number=1)
        assert "Je zei nog niets over" in client.get(talk).content.decode()
        at = address(two, "agreement_part", number=1, part="scope")
        assert client.post(at, {"do": "yes"})["Location"] == f"{talk}#b-scope"
        client.post(address(two, "agreement_part", number=1, part="alles"), {"do": "yes"})
        said = client.get(talk).content.decode()
    assert "Jij hebt overal iets over gezegd" in said and "Nu jij: 1 voorstel van Noor" in said


def test_words_are_needed_and_both_read_them(two: Together, version: AgreementVersion) -> None:
    at = {"number": 1, "part": "scope"}
    with clock.frozen(day(2)):
        marleen = browser(two.marleen)
        empty = marleen.post(address(two, "agreement_part", **at), {"do": "say", "words": " "})
        assert empty.status_code == 422 and "Schrijf eerst iets op." in empty.content.decode()
        marleen.post(address(two, "agreement_part", **at), {"do": "say", "words": "Wat valt hieronder?"})
        read = browser(two.noor).get(address(two, "agreement_part", door="workspace", **at))
    assert "Wat valt hieronder?" in read.content.decode()


def test_a_part_that_is_not_there_is_no_page(two: Together, version: AgreementVersion) -> None:
    client = browser(two.marleen)
    for name in ("agreement_part", "agreement_propose"):
        for part in ("bestaat-niet", "eigen-9", "nieuw-onbekend"):
            assert client.get(address(two, name, number=1, part=part)).status_code == 404


def test_the_other_answers_from_the_page_and_either_makes_the_next_version(
    two: Together, version: AgreementVersion
) -> None:
    made = wants_days(two.seen_by_marleen(now=day(2)), version, 14)
    with clock.frozen(day(3)):
        noor = browser(two.noor)
        at = address(two, "proposal_answer", door="workspace", number=1, proposal=made.public_id)
        noor.post(at, {"do": "accept", "word": "Prima."})
        next_ = address(two, "agreement_next", number=1)
        marleen = browser(two.marleen)
        assert "<ins>14</ins>" in marleen.get(next_).content.decode()
        assert marleen.post(next_, {"days": "x", "shown": made.public_id}).status_code == 422
        marleen.post(next_, {"days": "7", "shown": made.public_id})
        versions = marleen.get(address(two, "agreement_versions")).content.decode()
        differs = noor.get(address(two, "agreement_difference", door="workspace", number=2, other=1)).content.decode()
    new = AgreementVersion.objects.get(number=2)
    assert new.expires_on == clock.day_of(day(10))
    assert "Anders:" in versions and "Door jou op tafel gelegd" in versions
    assert "30 dagen" in differs and "14 dagen" in differs


def test_the_page_takes_as_many_queries_for_many_proposals_as_for_one(two: Together, version: AgreementVersion) -> None:
    def queries() -> int:
        with (
            clock.frozen(day(4)),
            CaptureQueriesContext(
                connection,
            ) as captured,
        ):
            client.get(address(two, "agreement_talk", number=1))
        return len(captured)

    client = browser(two.marleen)
    wants_days(two.seen_by_marleen(now=day(2)), version, 14)
    one = queries()
    for title in ("A", "B", "C"):
        wants_more(two.seen_by_noor(now=day(3)), version, title)
    wants(two.seen_by_noor(now=day(3)), version, "liability", None)
    flow.comment(visit=two.seen_by_noor(now=day(3)), version=version, part="scope", words="Hm.")
    assert queries() == one


class TestALastDay:
    def put(self, two: Together, days: str = "7") -> AgreementVersion:
        drafted(two.seen_by_noor(now=day(1)))
        with clock.frozen(day(1)):
            browser(two.noor).post(address(two, "agreement_put", door="workspace"), {"days": days})
        return AgreementVersion.objects.order_by("-number")[0]

    def test_it_is_chosen_when_a_version_is_put(self, two: Together) -> None:
        assert self.put(two).expires_on == clock.day_of(day(8))
        assert self.put(two, days="").expires_on is None

    def test_after_it_signing_is_refused_also_before_it_was_written_down(self, two: Together) -> None:
        version = self.put(two)
        signs(two.marleen, version, now=day(8))
        with pytest.raises(LastDayOverError):
            signs(two.noor, version, now=day(9))
        with clock.frozen(day(9)):
            at = address(two, "agreement_sign", door="workspace", number=1)
            answer = browser(two.noor).post(at, {"agrees": "on"})
        assert "De laatste dag om deze versie te tekenen is voorbij." in answer.content.decode()

    def test_it_is_told_once_and_the_same_text_lies_there_again_in_one_step(self, two: Together) -> None:
        version = self.put(two)
        assert [flow.sweep_expiries(now=day(n)) for n in (8, 9, 10)] == [0, 1, 0]
        assert HistoryLine.objects.filter(kind="agreement_expired").count() == 1
        with clock.frozen(day(10)):
            marleen = browser(two.marleen)
            assert "Leg deze tekst opnieuw op tafel" in marleen.get(address(two, "agreement")).content.decode()
            marleen.post(address(two, "agreement_again", number=1), {"days": "14"})
            marleen.post(address(two, "agreement_again", number=1), {"days": "14"})
        new = AgreementVersion.objects.order_by("-number")[0]
        assert (new.number, new.content, new.expires_on) == (2, version.content, clock.day_of(day(24)))
