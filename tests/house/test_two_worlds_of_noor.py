"""Whatever Noor keeps for herself, nobody else notices: 10 pairs of worlds here, 100 with `make test-deep`."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.house.two_worlds import MUCH, OTHERS, QUICK, SECRETS, differences, seen_by, usually_seen_by
from tests.worlds import Secrets

pytestmark = [pytest.mark.django_db, pytest.mark.timeout(5400)]


def test_noor_keeps_something_else_and_nobody_notices(pairs: int) -> None:
    @settings(max_examples=pairs, **QUICK)
    @given(keeps=SECRETS, persona=st.sampled_from(OTHERS))
    def same(keeps: Secrets, persona: str) -> None:
        assert differences(usually_seen_by(persona), seen_by(persona, keeps, Secrets())) == []

    same()


@pytest.mark.parametrize("persona", OTHERS)
def test_how_much_she_keeps_shows_to_nobody(persona: str) -> None:
    """The far ends, always: nothing of it, against much of everything and a draft of whatever can be begun."""
    assert differences(usually_seen_by(persona), seen_by(persona, MUCH, Secrets())) == []
