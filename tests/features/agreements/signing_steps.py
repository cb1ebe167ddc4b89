"""An agreement on the table of Noor and Marleen, and both of them signing it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from samenstroom.accounts.models import Person
from samenstroom.agreements.actions.signing import Consent, sign_version
from samenstroom.agreements.actions.trail import fingerprint_of, open_trail
from samenstroom.agreements.models import AgreementVersion, Signature
from samenstroom.agreements.queries.versions import open_version_of
from samenstroom.collaborations.models import Collaboration
from samenstroom.flows import signing as flow
from tests.features.agreements.steps import laid
from tests.people import CODE, PASSWORD, Together, day, seat_of

PUT, SIGNED = day(1), day(2)
ADDITION = '#read("/etc/passwd") blijft gewone tekst'


def content_of(language: str = "nl") -> dict[str, Any]:
    """A small agreement document."""
    return {
        "format": "samenstroom-agreement", "version": 1, "jurisdiction": "NL", "kind": "client_va", "language": language,
        "parties": {
            "provider": {"name": "Noor Jansen", "represented_by": "", "address": "Dorpsstraat 1\nUtrecht"},
            "client": {"name": "Studio Lindenhof", "represented_by": "Marleen de Vries", "address": ""},
        },
        "facts": {"hours_per_week_expected": "8"},
        "clauses": [{"code": "invoicing", "terms": {"payment_term_days": 14}, "addition": ADDITION}],
        "own_clauses": [{"title": "Huisdieren", "text": "De hond mag mee."}],
        "charter": ["We zeggen het als het schuurt."],
    }  # fmt: skip


def text_of(language: str = "nl") -> dict[str, Any]:
    """How it reads, as it is kept with the version."""
    return {
        "language": language, "title": "Overeenkomst" if language == "nl" else "Agreement",
        "parties": [
            {"role": "de opdrachtnemer", "name": "Noor Jansen", "represented_by": "", "address": "Dorpsstraat 1\nUtrecht"},
            {"role": "de opdrachtgever", "name": "Studio Lindenhof", "represented_by": "Marleen de Vries", "address": ""},
        ],
        "clauses": [{
            "code": "invoicing", "number": 1, "name": "Facturen",
            "legal": ["Studio Lindenhof betaalt binnen 14 dagen.", "Daarna is de wettelijke rente verschuldigd."],
            "plain": ["Twee weken om te betalen."], "addition": ADDITION,
        }],
        "own_clauses": [{"number": 2, "title": "Huisdieren", "text": "De hond mag mee."}],
        "charter": ["We zeggen het als het schuurt."],
    }  # fmt: skip


def on_the_table(
    collaboration: Collaboration, by: Person, *, now: datetime = PUT, language: str = "nl"
) -> AgreementVersion:
    """A version that `by` put on the table."""
    seat = seat_of(by, collaboration)
    number = AgreementVersion.objects.filter(collaboration=collaboration).count() + 1
    made = AgreementVersion.objects.create(
        collaboration=collaboration, number=number, provider=seat.party, put_by=seat, put_at=now,
        content=content_of(language), text=text_of(language),
    )  # fmt: skip
    open_trail(made)
    return made


def consent_of(version: AgreementVersion, name: str) -> Consent:
    """Her yes to the text as it is."""
    return Consent(typed_name=name, consent_version=1, fingerprint=fingerprint_of(version))


def signs(person: Person, version: AgreementVersion, *, now: datetime = SIGNED) -> Signature:
    """She signs, proven in her own way."""
    way = "account" if person.has_account else "link_code"
    seat = seat_of(person, version.collaboration)
    return sign_version(
        version=version, seat=seat, consent=consent_of(version, seat.name), identified_by=way, now=now
    )  # fmt: skip


def both_sign(two: Together, *, language: str = "nl") -> AgreementVersion:
    """Noor puts a version on the table, Marleen signs on day 2, Noor on day 3."""
    version = on_the_table(two.collaboration, two.noor, language=language)
    signs(two.marleen, version)
    signs(two.noor, version, now=day(3))
    version.refresh_from_db()
    return version


SECRETS = {True: PASSWORD, False: CODE}
"""What she types to prove it is she: with an account her password, without one her own code."""


def declines_and_then_they_sign(two: Together, mark: str) -> None:
    """By the flows that send mail: Marleen says no to what lies there, gets another, and both sign that."""
    first = open_version_of(two.seen_by_marleen(day(9)))
    assert first is not None
    flow.decline(visit=two.seen_by_marleen(day(9)), version=first, reason=mark)
    second = laid(two.seen_by_noor(day(10)), title=mark, text=mark)
    for looking, secret in ((two.seen_by_marleen(day(11)), CODE), (two.seen_by_noor(day(12)), PASSWORD)):
        flow.sign(visit=looking, version=second, consent=consent_of(second, looking.seat.name), secret=secret)
