"""A processor agreement stands behind the agreement as an annex, on its own page of the same paper."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from samenstroom.agreements import editing
from samenstroom.agreements.changing import with_clause_changed
from samenstroom.agreements.paper import paper_of
from samenstroom.agreements.queries.check import content_after_fix
from samenstroom.agreements.terms import new_terms
from samenstroom.agreements.wording.document import text_of
from samenstroom.flows.agreements import put_on_table
from samenstroom.kit import clock
from tests.features.agreements.steps import content_for
from tests.people import Together, day, together

pytestmark = pytest.mark.django_db
SAID = {"dpa_purpose": "de nieuwsbrief versturen", "dpa_data_kinds": "namen, mailadressen", "dpa_people": "lezers"}


@pytest.fixture
def two() -> Together:
    return together(with_rhythm=False)


def with_annex(two: Together, **said: Any) -> dict[str, Any]:
    visit = two.seen_by_noor(now=day(1))
    content = content_for(visit, title="Honden", text="De hond mag mee.")
    terms = {**new_terms("processor_agreement", "NL", clock.day_of(visit.now)), **said}
    return with_clause_changed(content, "processor_agreement", terms, "")


def test_it_stands_last_with_what_the_privacy_law_asks_for(two: Together) -> None:
    text = text_of(with_annex(two, **SAID))
    (annex,) = text.annexes
    numbers = [one.number for one in (*text.body, *text.own_clauses, annex)]
    assert numbers == list(range(1, len(numbers) + 1))
    said = " ".join(annex.legal)
    for words in (*SAID.values(), "schriftelijke instructie", "geheimhouding", "artikel 32", "24 uur", "30 dagen"):
        assert words in said
    assert "meldt een nieuwe verwerker" not in said, "that is for a general yes only"


def test_what_is_not_filled_in_leaves_no_open_sentence(two: Together) -> None:
    (annex,) = text_of(with_annex(two)).annexes
    assert not any("None" in one or one.rstrip().endswith(":") for one in annex.legal)


def test_the_check_is_silent_about_it_once_it_is_there(two: Together) -> None:
    visit = two.seen_by_noor(now=day(1))
    bare = editing.with_facts(content_for(visit), {"personal_data_processed": True, "provider_role_gdpr": "processor"})
    mended = content_after_fix(bare, "ANY-GDPR-01")
    assert mended is not None and editing.clause_in(mended, "processor_agreement")
    assert content_after_fix(mended, "ANY-GDPR-01") in (None, mended)


def test_on_paper_it_has_a_page_of_its_own(two: Together) -> None:
    visit = two.seen_by_noor(now=day(1))
    version = put_on_table(visit=visit, content=with_annex(two, **SAID), provider=visit.party)
    pages = [page.extract_text() for page in PdfReader(BytesIO(paper_of(version))).pages]
    at = next(number for number, page in enumerate(pages) if "Verwerkersovereenkomst" in page)
    assert "Bijlage" in pages[at] and "De hond mag mee" not in pages[at]
