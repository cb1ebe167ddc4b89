"""One database: SQLite in the data folder, or PostgreSQL through DATABASE_URL."""

import dj_database_url

from samenstroom.config import environment

from .paths import DATA_DIR

_url = environment.text("DATABASE_URL", f"sqlite:///{DATA_DIR / 'samenstroom.sqlite3'}")
# Connections persist: a worker on PostgreSQL otherwise makes a new one for each look.
_database = dj_database_url.parse(_url, conn_max_age=600, conn_health_checks=True)

if _database["ENGINE"] == "django.db.backends.sqlite3":
    _database["OPTIONS"] = {
        # A writer takes its place at once and waits, instead of failing halfway with "database is locked".
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,  # seconds
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }

if _database["ENGINE"] == "django.db.backends.postgresql":
    # Says before each statement for whom it runs, so that the database hides what is private to others (kit/wall.py).
    _database["ENGINE"] = "samenstroom.kit.postgres"

DATABASES = {"default": _database}

# Limits on tries (sign-in, links, codes) are counted in the cache. In the database they also hold after a
# restart and over several web machines; local memory would count per process.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "samenstroom_cache",
    }
}
