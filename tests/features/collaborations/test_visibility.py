"""The querysets answer the same as the plain rule: may this person see this?

People, seats, lines and answers are made at random, straight in the database: also states no action would leave.
"""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase as HypothesisTestCase

from samenstroom.accounts.models import Person
from samenstroom.checkins.models import Answer, Rhythm, Round
from samenstroom.checkins.queries import answers_readable_by
from samenstroom.collaborations.models import Collaboration, HistoryLine, Party, Seat
from samenstroom.collaborations.visibility import (
    collaborations_seen_by,
    lines_seen_by,
    private_rows,
    shared_lines_seen_by,
    shared_rows,
    viewer,
)
from samenstroom.rules.visibility import Circle, Item, may_see
from tests.people import day

pytestmark = pytest.mark.django_db

PEOPLE, TABLES = 4, 3
person_or_nobody = st.none() | st.integers(0, PEOPLE - 1)
table_number = st.integers(0, TABLES - 1)
seatings = st.sets(st.tuples(table_number, st.integers(0, PEOPLE - 1)), max_size=8)
lines = st.lists(st.tuples(table_number, person_or_nobody, st.sampled_from(["private", "shared"])), max_size=8)
answers = st.lists(
    st.tuples(table_number, st.integers(0, PEOPLE - 1), st.booleans(), st.booleans(), st.booleans()), max_size=6
)


def make_people() -> list[Person]:
    return Person.objects.bulk_create(Person(name=f"Mens {n}", created_at=day(0)) for n in range(PEOPLE))


def make_tables(taken: set[tuple[int, int]], people: list[Person]) -> list[Collaboration]:
    tables = Collaboration.objects.bulk_create(
        Collaboration(name=f"Tafel {n}", kind="client_va", country="NL") for n in range(TABLES)
    )
    parties = Party.objects.bulk_create(Party(collaboration=table, position=1) for table in tables)
    Seat.objects.bulk_create(
        Seat(collaboration=tables[table], party=parties[table], person=people[person], name="x")
        for table, person in sorted(taken)
    )
    return tables


class VisibilityTest(HypothesisTestCase):
    """Filters and rule agree, for everyone and everything."""

    @settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
    @given(seatings, lines)
    def test_lines_are_seen_by_exactly_whom_the_rule_allows(self, taken: set, written: list) -> None:
        people = make_people()
        tables = make_tables(taken, people)
        rows = HistoryLine.objects.bulk_create(
            HistoryLine(
                collaboration=tables[table], circle=circle, kind="note", happened_on=date(2026, 1, 1),
                author=None if author is None else people[author],
            )
            for table, author, circle in written
        )  # fmt: skip
        for person in people:
            looks = viewer(person)
            seen = set(lines_seen_by(person).values_list("pk", flat=True))
            shared = set(shared_lines_seen_by(person).values_list("pk", flat=True))
            for row in rows:
                allowed = may_see(looks, Item(Circle(row.circle), row.collaboration_id, row.author_id))
                assert (row.pk in seen) is allowed
                assert (row.pk in shared) is (allowed and row.circle == "shared")

    @settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
    @given(seatings, st.lists(table_number, max_size=4))
    def test_shared_and_private_rows_are_seen_by_exactly_whom_the_rule_allows(self, taken: set, at: list) -> None:
        people = make_people()
        tables = make_tables(taken, people)
        rows = Rhythm.objects.bulk_create(Rhythm(collaboration=tables[table], weeks=1) for table in at)
        for person in people:
            looks = viewer(person)
            shared = set(shared_rows(Rhythm.objects.all(), seen_by=person).values_list("pk", flat=True))
            assert shared == {row.pk for row in rows if may_see(looks, Item(Circle.SHARED, row.collaboration_id, None))}
            own = private_rows(Seat.objects.all(), seen_by=person)
            assert set(own.values_list("person", flat=True)) <= {person.pk}
            assert set(collaborations_seen_by(person).values_list("pk", flat=True)) == looks.collaboration_ids

    @settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
    @given(seatings, answers)
    def test_answers_are_read_by_exactly_whom_the_rule_allows(self, taken: set, given_answers: list) -> None:
        people = make_people()
        tables = make_tables(taken, people)
        rows = [self.make_answer(tables, people, number, one) for number, one in enumerate(given_answers)]
        for person in people:
            looks = viewer(person)
            readable = set(answers_readable_by(person).values_list("pk", flat=True))
            for row in rows:
                opened = bool(row.sent_at and (row.round.revealed_at or row.freed_at))
                item = Item(Circle.SEALED, row.collaboration_id, row.person_id, opened)
                assert (row.pk in readable) is may_see(looks, item)

    @staticmethod
    def make_answer(tables: list, people: list, number: int, one: tuple) -> Answer:
        table, author, is_sent, is_revealed, is_freed = one
        party = Party.objects.get(collaboration=tables[table])
        seat, _made = Seat.objects.get_or_create(collaboration=tables[table], person=None, party=party, name="leeg")
        round_ = Round.objects.create(
            collaboration=tables[table], number=number + 1, opened_on=day(number).date(),
            revealed_at=day(number) if is_revealed else None,
        )  # fmt: skip
        return Answer.objects.create(
            round=round_, collaboration=tables[table], party=party, seat=seat, person=people[author],
            sent_at=day(number) if is_sent else None, freed_at=day(number) if is_freed else None,
        )  # fmt: skip
