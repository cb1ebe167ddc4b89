"""The connection. Django looks for it under this name."""

from typing import Any

from django.db.backends.postgresql import base
from psycopg.pq import TransactionStatus

from samenstroom.kit import wall


class DatabaseWrapper(base.DatabaseWrapper):
    """Tells the database for whom the next statement runs, when that differs from what it knows.

    A rollback also takes back what was said since; then it is said again.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._told: str | None = None

    def create_cursor(self, name: str | None = None) -> Any:
        self._tell()
        return super().create_cursor(name)

    def connect(self) -> None:
        self._told = None
        super().connect()

    def _rollback(self) -> Any:
        self._told = None
        return super()._rollback()  # type: ignore[misc]  # the stubs leave it out

    def _savepoint_rollback(self, sid: str) -> None:
        super()._savepoint_rollback(sid)  # type: ignore[misc]
        self._told = None

    def _tell(self) -> None:
        whom = wall.works_for()
        # In a transaction that failed nothing runs any more but the way back.
        if whom == self._told or self.connection.info.transaction_status == TransactionStatus.INERROR:
            return
        with self.connection.cursor() as plain:
            plain.execute("SELECT set_config(%s, %s, false)", (wall.SETTING, whom))
        self._told = whom
