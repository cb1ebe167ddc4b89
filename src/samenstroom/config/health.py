"""Says whether this instance is ready to serve."""

from functools import cache

from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """200 "ok" when the database answers and every migration is applied, otherwise 503."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        _all_migrations_applied()
    except (DatabaseError, ImproperlyConfigured, _NotReady):
        return HttpResponse("not ready", status=503, content_type="text/plain")
    return HttpResponse("ok", content_type="text/plain")


class _NotReady(Exception):
    """Some migrations are not applied yet."""


@cache  # Remembered once true: migrations do not come off while the server runs.
def _all_migrations_applied() -> bool:
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise _NotReady
    return True
