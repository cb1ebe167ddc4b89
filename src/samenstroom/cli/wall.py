"""Lays the second wall (see kit/wall.py): a policy on each table that holds private rows, made from the models.

It is laid again after each `migrate`, so that a new model has its policy from its first day. On SQLite it does nothing.
"""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db import connections, models, transaction

from samenstroom.kit import wall

POLICY = "whose_rows"
WHOM = f"(SELECT current_setting('{wall.SETTING}', true))"  # as a subquery it is worked out once per statement
ME = f"(SELECT CASE WHEN {WHOM} IN ('', '*') THEN NULL ELSE {WHOM}::bigint END)"

EXCEPTIONS: dict[str, str] = {
    # Shared from a moment on: until then it is of who writes it.
    "checkins.Answer": f"person_id = {ME} OR sent_at IS NOT NULL",
    "exchanges.ExchangeAnswer": f"person_id = {ME} OR sent_at IS NOT NULL",
    "farewell.ThankNote": f"person_id = {ME} OR shared_at IS NOT NULL",
    "farewell.HandoverItem": f"person_id IS NULL OR person_id = {ME} OR tabled_at IS NOT NULL",
    "files.KeptFile": f"circle <> 'private' OR person_id = {ME}",
    "collaborations.HistoryLine": f"circle <> 'private' OR author_id = {ME}",
    # Of whose boundary it is; that table has a policy of its own.
    "profiles.BoundaryVersion": "boundary_id IN (SELECT id FROM profiles_boundary)",
}
"""Rows that are private in another way than by `person` alone."""

OPEN: dict[str, str] = {
    "accounts.Browser": "noted while somebody comes in, before it is said who she is",
    "accounts.Membership": "who works in a practice is no secret within it",
    "accounts.Invitee": "a link is looked up before anybody is known",
    "checkins.RepairLook": "that somebody looked back is public; what she said is sealed until both did",
    "agenda.CalendarFeed": "found by its address, by a calendar that cannot sign in",
    "connections.Connection": "found by its token, before anybody is known",
    "mail.MailChoice": "read when another writes something of which she is mailed",
    "mail.MailStop": "found by a signed link, by who is not signed in",
    "mail.OutgoingMail": "put in line for one by what another did; its words are names and days, its links are sealed",
    "collaborations.Seat": "who sits at a table is how every other right is found",
    "dossier.Import": "says only whose dossier it was, to everybody at the table",
    "farewell.Testimonial": "asked by one and written by the other; who writes it and that it was asked is shared",
    "adjusting.BlindLimit": "that a limit was named is public; the two are compared sealed",
    "adjusting.MediationTick": "what was ticked is read by a mediator, behind a link and without an account",
    "agreements.LawyerReview": "found by its link, by a lawyer without an account",
    "agreements.LawyerText": "read behind that link",
    "agreements.LawyerRemark": "written behind that link",
    "agreements.LawyerLook": "noted behind that link",
    "exploring.ReferenceRequest": "found and answered behind a link, by a referee without an account",
    "exploring.ReadinessAnswer": "written for her by somebody who is not signed in",
    "learning.Mentorship": "found by its link, and of two people",
    "learning.MentorShare": "of two people",
    "learning.MentorLook": "of two people",
    "learning.MentorNote": "of two people",
    "profiles.ReadinessPage": "found by its address, by who is not signed in",
    "profiles.WorkPage": "found by its address, by who is not signed in",
}
"""Tables that name a person and have no policy yet, with the reason. Here the filters of the queries are the wall."""


def condition_of(model: type[models.Model]) -> str | None:
    """What a row of this model asks of who looks; None where it asks nothing."""
    label = model._meta.label
    if label in EXCEPTIONS:
        return EXCEPTIONS[label]
    person = _person_of(model)
    if person is None or label in OPEN:
        return None
    is_hers = f"{person.column} = {ME}"
    return f"{person.column} IS NULL OR {is_hers}" if person.null else is_hers


def policies() -> dict[str, str]:
    """Table -> condition, for every table that gets a policy."""
    found = {model._meta.db_table: condition_of(model) for model in apps.get_models()}
    return {table: condition for table, condition in found.items() if condition}


def lay_wall(using: str = "default", **_signal: Any) -> None:
    """Lays each policy again. The owner of a table is bound too; only a superuser is not."""
    connection = connections[using]
    if connection.vendor != "postgresql":
        return
    with transaction.atomic(using=using), connection.cursor() as cursor:
        there = set(connection.introspection.table_names(cursor))
        for table, condition in policies().items():
            if table in there:
                for line in _lines(connection.ops.quote_name(table), condition):
                    cursor.execute(line)


def _lines(table: str, condition: str) -> list[str]:
    asks = f"({WHOM} = '{wall.EVERYBODY}' OR {condition})"
    return [
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
        f"DROP POLICY IF EXISTS {POLICY} ON {table}",
        f"CREATE POLICY {POLICY} ON {table} USING {asks} WITH CHECK {asks}",
    ]


def _person_of(model: type[models.Model]) -> Any:
    """The column that says whose the rows are."""
    if not model.__module__.startswith("samenstroom."):
        return None
    return next((field for field in model._meta.local_fields if field.name == "person" and field.is_relation), None)
