"""Entries of two people from outside: a lawyer, private to who asks, and a mediator whom both ask."""

from __future__ import annotations

from collections.abc import Mapping

from tests.house.entries import EVERYBODY, NOBODY, OWNER, SEATED_ACCOUNTS, Entry, Parts, at_first, none, own

LAWYER: tuple[Entry, ...] = (
    Entry("workspace:lawyers", SEATED_ACCOUNTS, at_first(), {"name": ""}),
    Entry("workspace:lawyer", OWNER, at_first(review=own("lawyer")), {"do": "onbekend"}),
    # To whoever reads along a look is refused before it says whether there is a lawyer at all.
    Entry("workspace:lawyer_link", SEATED_ACCOUNTS, at_first(review=own("lawyer")), None, only_post=True),
    Entry("workspace:lawyer_remark", OWNER, at_first(review=own("lawyer"), remark=own("lawyer_remark")), {"text": ""}),
)

OUTSIDERS: tuple[Entry, ...] = (
    # Both come in with a working link and then with a browser of their own (tests/doors/test_lawyer.py and _mediator).
    Entry("portal:lawyer_link", NOBODY, lambda world, mark: {"token": "onbekend"}),
    Entry("portal:lawyer_review", NOBODY, lambda world, mark: {"review": world.own["lawyer"]}),
    Entry("portal:lawyer_remark", NOBODY, lambda world, mark: {"review": world.own["lawyer"], "place": "fee"}),
    Entry("portal:lawyer_forget", EVERYBODY, none, {}, only_post=True),
    Entry("portal:mediator_link", NOBODY, lambda world, mark: {"token": "onbekend"}),
    Entry("portal:mediator", NOBODY, lambda world, mark: {"mediation": world.own["mediation"]}),
    Entry("portal:mediator_file", NOBODY, lambda world, mark: {"mediation": world.own["mediation"]}),
    Entry("portal:mediator_forget", EVERYBODY, none, {}, only_post=True),
)

OUTSIDE_TABLE: Mapping[str, tuple[Parts, Mapping[str, str] | None, bool]] = {
    "shared_remarks": (at_first(), {"remark": "onbekend"}, False),
    "mediation": (at_first(), None, False),
    "mediation_propose": (at_first(), {"name": ""}, False),
    "mediation_answer": (at_first(mediation=own("mediation")), {"do": "onbekend"}, True),
    "mediation_given": (at_first(mediation=own("mediation")), {}, False),
    "mediation_invite": (at_first(mediation=own("mediation")), None, True),
    "mediation_file": (at_first(mediation=own("mediation")), None, False),
}
