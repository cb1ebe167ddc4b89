"""Every line of the history is one whole sentence: in both languages, for both sides, with every field filled in."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import combinations
from typing import Any

import pytest
from django.utils import translation

from samenstroom import content
from samenstroom.collaborations import actions
from samenstroom.collaborations.models import HistoryLine
from samenstroom.collaborations.sentences import app_sentences
from samenstroom.collaborations.visits import Visit
from samenstroom.collaborations.wording import NOTES, is_app_kind, label_of, money, sentence
from samenstroom.rules.life_cycle import STAGES
from tests.people import Together, day, karin, together, visit

pytestmark = pytest.mark.django_db

LANGUAGES = ("nl", "en")
FIELDS = {
    "amount": "1250.50", "hours": "4.50", "days": 3, "percent": 60, "due_on": "2026-10-14", "person_name": "{Sam} %(de) Wit",
}  # fmt: skip
APP_DATA = {
    "version_signed": {"number": 2},
    "version_signed_last": {"number": 2},
    "version_declined": {"number": 2},
    "file_shared": {"file": "verslag.pdf"},
    "file_removed": {"file": "verslag.pdf"},
    "stage_moved": {"from": "work", "to": "adjust"},
    "link_made": {"for": "Marleen", "channel": "copy"},
    "link_withdrawn": {"for": "Marleen"},
    "fresh_seat": {"for": "Marleen"},
    "renamed": {"before": "Noor Jansen", "after": "Noor de Boer"},
    "correction": {"what": "het verslag van 3 maart"},
    "colleague_added": {"name": "Karin"},
    "colleague_removed": {"name": "Karin"},
    "rhythm_proposed": {"weeks": 2},
    "rhythm_accepted": {"weeks": 4},
    "round_opened": {"number": 3},
    "answer_freed": {"number": 3},
    "remark_shared": {"number": 3},
    "addendum_put": {"number": 2},
    "addendum_signed": {"number": 2},
    "addendum_signed_last": {"number": 2},
    "addendum_declined": {"number": 2},
    "addendum_withdrawn": {"number": 2},
    "addendum_noted": {"number": 2},
    "addendum_confirmed": {"number": 2},
    "addendum_denied": {"number": 2},
    "agreement_put": {"number": 2},
    "agreement_expired": {"number": 2},
    "version_talked": {"number": 2},
    "proposal_put": {"number": 2},
    "proposal_noted": {"number": 2},
    "proposal_accepted": {"number": 2},
    "proposal_declined": {"number": 2},
    "proposal_withdrawn": {"number": 2},
    "agreement_withdrawn": {"number": 2},
    "agreement_elsewhere_noted": {"number": 2},
    "agreement_elsewhere_confirmed": {"number": 2},
    "agreement_elsewhere_denied": {"number": 2},
    "last_day_proposed": {"last_on": "2026-10-14"},
    "last_day_agreed": {"last_on": "2026-10-14"},
    "term_proposed": {"until": "2027-10-14"},
    "term_agreed": {"until": "2027-10-14"},
    "hours_confirmed": {"number": 3},
    "hours_imported": {"number": 40},
}
FACTS = {one["id"]: one for one in content.load("facts", "nl")["facts"]}

FACT_WITH_HOURS = next(one["id"] for one in FACTS.values() if "hours" in one["fields"])


@pytest.fixture
def table() -> Together:
    return together(with_rhythm=False)


def looks(table: Together) -> Iterator[Visit]:
    """Both sides and a colleague who reads along."""
    colleague = karin(colleague_of=table.noor)
    actions.show_colleague(by=table.noors_seat, colleague=colleague, now=day(1))
    yield from (table.seen_by_noor(), table.seen_by_marleen(), visit(colleague, table.collaboration))


def is_whole(text: str) -> bool:
    """Starts with a capital (or a name), ends with a full stop, and has nothing left to fill in."""
    filled = text.replace(str(FIELDS["person_name"]), "Sam")
    holes = re.search(r"[{}]|%\(|%s|\bNone\b|  ", filled)
    return bool(re.match(r"[A-ZÀ-Ý]", filled)) and text.endswith(".") and holes is None


def combinations_of(fact: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Every choice of the fields of a fact, from none to all."""
    for size in range(len(fact["fields"]) + 1):
        for chosen in combinations(fact["fields"], size):
            yield {field: FIELDS[field] for field in chosen}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fact_with_every_choice_of_fields_is_a_sentence(table: Together, language: str) -> None:
    views = list(looks(table))
    with translation.override(language):
        for fact in FACTS.values():
            for data in combinations_of(fact):
                for about in (None, table.noors_seat.party, table.marleens_seat.party):
                    line = HistoryLine(
                        collaboration=table.collaboration,
                        seat=table.noors_seat,
                        kind=fact["id"],
                        about=about,
                        data=data,
                    )
                    for look in views:
                        text = sentence(line, look)
                        assert is_whole(text), f"{fact['id']} {data}: {text}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_that_was_filled_in_is_told(table: Together, language: str) -> None:
    """What somebody typed may not fall away because this combination has no sentence of its own."""
    with translation.override(language):
        for fact in FACTS.values():
            for data in combinations_of(fact):
                line = HistoryLine(collaboration=table.collaboration, seat=table.noors_seat, kind=fact["id"], data=data)
                text = sentence(line, table.seen_by_noor())
                for field in data:
                    assert told(field, language) in text, f"{fact['id']} {sorted(data)}: {text}"


def told(field: str, language: str) -> str:
    dutch = {"amount": "1.250,50", "hours": "4,5 ", "days": "3 ", "due_on": "14 oktober 2026"}
    english = {"amount": "1,250.50", "hours": "4.5 ", "days": "3 ", "due_on": "14 October 2026"}
    return (english if language == "en" else dutch).get(field, str(FIELDS[field]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_of_the_app_and_in_own_words_is_a_sentence(table: Together, language: str) -> None:
    views = list(looks(table))
    with translation.override(language):
        for kind in (*app_sentences(), *NOTES):
            for seat in (table.noors_seat, table.marleens_seat, None):
                line = HistoryLine(collaboration=table.collaboration, seat=seat, kind=kind, data=APP_DATA.get(kind, {}))
                for look in views:
                    text = sentence(line, look)
                    assert is_whole(text), f"{kind}: {text}"
                    assert text != kind


def test_every_stage_and_rhythm_has_a_word_in_a_line(table: Together) -> None:
    for language in LANGUAGES:
        with translation.override(language):
            for stage in STAGES:
                line = HistoryLine(seat=table.noors_seat, kind="stage_moved", data={"to": stage.value})
                assert label_of("stages", stage.value) in sentence(line, table.seen_by_noor())
            for weeks in (1, 2, 4):
                line = HistoryLine(seat=table.noors_seat, kind="rhythm_proposed", data={"weeks": weeks})
                assert is_whole(sentence(line, table.seen_by_noor()))


def test_who_reads_is_called_je_and_the_other_by_her_first_name(table: Together) -> None:
    line = HistoryLine(seat=table.noors_seat, kind="joined", data={})
    assert sentence(line, table.seen_by_noor()) == "Jij ging aan tafel zitten."
    assert sentence(line, table.seen_by_marleen()) == "Noor ging aan tafel zitten."
    about_marleen = HistoryLine(seat=table.noors_seat, kind="promise_kept", about=table.marleens_seat.party, data={})
    assert sentence(about_marleen, table.seen_by_noor()).startswith("Marleen ")
    assert sentence(about_marleen, table.seen_by_marleen()).startswith("Jij ")


def test_every_line_the_actions_write_is_worded() -> None:
    """No kind of line is left without a sentence: it would show its code."""
    table = together()
    for line in HistoryLine.objects.filter(collaboration=table.collaboration):
        assert is_app_kind(line.kind)
        assert is_whole(sentence(line, table.seen_by_noor()))


def test_no_fact_has_the_name_of_a_line_of_the_app() -> None:
    assert not {*FACTS, *NOTES} & set(app_sentences())


def test_one_hour_is_one_hour(table: Together) -> None:
    for hours, told_as in (("1", "1 uur"), ("1.00", "1 uur"), ("1.5", "1,5 uur"), ("0", "0 uur")):
        line = HistoryLine(seat=table.noors_seat, kind=FACT_WITH_HOURS, data={"hours": hours})
        assert told_as in sentence(line, table.seen_by_noor())


def test_money_is_written_as_people_do() -> None:
    with translation.override("nl"):
        written = [money(Decimal(text)) for text in ("1250", "1250.50", "0.05", "99999999")]
    assert [one.replace("\xa0", " ") for one in written] == ["€ 1.250", "€ 1.250,50", "€ 0,05", "€ 99.999.999"]
    with translation.override("en"):
        assert [money(Decimal(text)) for text in ("1250", "1250.50")] == ["€1,250", "€1,250.50"]
