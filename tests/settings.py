"""The settings of the app, with a data folder that is thrown away and hashing that does not take its time."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

_folder = Path(tempfile.mkdtemp(prefix="samenstroom-tests-"))
atexit.register(shutil.rmtree, _folder, ignore_errors=True)

# Nothing of the developer's own instance may leak in; DATABASE_URL may, to run the tests on PostgreSQL.
_KEPT = ("SAMENSTROOM_DEEP", "SAMENSTROOM_PICTURES")
for _name in [name for name in os.environ if name.startswith("SAMENSTROOM_") and name not in _KEPT]:
    del os.environ[_name]
os.environ["SAMENSTROOM_DATA"] = str(_folder)
os.environ.pop("PORT", None)
# Playwright runs an event loop in the thread of the test; Django refuses its database there unless told.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

from samenstroom.config.settings import *  # noqa: E402, F403
from samenstroom.config.settings import DATABASES, LOCALE_PATHS  # noqa: E402
from samenstroom.kit import wall  # noqa: E402
from samenstroom.kit.languages import compile_stale  # noqa: E402

compile_stale(LOCALE_PATHS[0])
# What a test does itself has no wall; its requests have.
wall.rest_for(wall.EVERYBODY)

if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A file and not memory: the live server reads it from other threads, as in production.
    DATABASES["default"]["TEST"] = {"NAME": str(_folder / "test.sqlite3")}
    DATABASES["default"]["OPTIONS"]["init_command"] = "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;"

CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
(_folder / "static").mkdir()
OPERATOR_NAME = "Stichting De Beheerder"
