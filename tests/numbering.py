"""Numbers of rows, for tests that compare one world with another."""

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection


def number_anew() -> None:
    """Rows get the same numbers in every world. PostgreSQL goes on counting also after a world was taken back."""
    statements = connection.ops.sequence_reset_sql(no_style(), apps.get_models())
    if statements:
        with connection.cursor() as cursor:
            cursor.execute("\n".join(statements))
