"""Whatever Marleen keeps for herself, nobody else notices: 10 pairs of worlds here, 100 with `make test-deep`."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.house.two_worlds import OTHERS_OF_MARLEEN, QUICK, SECRETS, differences, seen_by, usually_seen_by
from tests.worlds import Secrets

pytestmark = [pytest.mark.django_db, pytest.mark.timeout(5400)]


def test_marleen_keeps_something_else_and_nobody_notices(pairs: int) -> None:
    @settings(max_examples=pairs, **QUICK)
    @given(keeps=SECRETS, persona=st.sampled_from(OTHERS_OF_MARLEEN))
    def same(keeps: Secrets, persona: str) -> None:
        assert differences(usually_seen_by(persona), seen_by(persona, Secrets(), keeps)) == []

    same()


def test_the_test_can_fail_what_is_shared_does_show() -> None:
    assert "De rekening van maart." in usually_seen_by("kim")["GET workspace:logbook"]
    assert differences(usually_seen_by("kim"), usually_seen_by("noor"))
