"""Where answers go: four at least, a whole step at least, and the same mirrored."""

from __future__ import annotations

import pytest

from samenstroom.rules.learning.heading import Heading, heading_of


@pytest.mark.parametrize(
    ("answers", "heading"),
    [
        ((), Heading.UNKNOWN),
        ((1, 5, 5), Heading.UNKNOWN),
        ((3, 3, 3, 4), Heading.LEVEL),
        ((3, 3, 4, 4), Heading.UP),
        ((4, 4, 3, 3), Heading.DOWN),
        ((1, 1, 5, 5, 4, 4), Heading.DOWN),
    ],
)
def test_two_newest_against_the_two_before(answers: tuple[int, ...], heading: Heading) -> None:
    assert heading_of(answers) is heading


def test_older_answers_do_not_count() -> None:
    assert heading_of((5, 5, 2, 2, 4, 4)) is heading_of((2, 2, 4, 4)) is Heading.UP
