"""The settings of the app as an operator runs it, with a data folder that is thrown away."""

import atexit
import os
import shutil
import tempfile

_folder = tempfile.mkdtemp(prefix="samenstroom-bench-")
atexit.register(shutil.rmtree, _folder, ignore_errors=True)

# Nothing of the developer's own instance may leak in, and numbers compare only on the same kind of database.
for _name in [name for name in os.environ if name.startswith("SAMENSTROOM_")]:
    del os.environ[_name]
_url = os.environ.pop("BENCH_DATABASE_URL", "")
os.environ.pop("DATABASE_URL", None)
if _url:
    os.environ["DATABASE_URL"] = _url
os.environ.pop("PORT", None)
os.environ["SAMENSTROOM_DATA"] = _folder

from samenstroom.config.settings import *  # noqa: E402, F403
from samenstroom.config.settings import LOCALE_PATHS  # noqa: E402
from samenstroom.kit import wall  # noqa: E402
from samenstroom.kit.languages import compile_stale  # noqa: E402

compile_stale(LOCALE_PATHS[0])
wall.rest_for(wall.EVERYBODY)  # the data is made outside a request
ROOT_URLCONF = "bench.urls"
