"""Where things are: the package, the data folder, the public address."""

from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy
from platformdirs import user_data_path

from samenstroom.config import environment

PACKAGE_DIR = Path(__file__).resolve().parent.parent.parent

# Everything this instance keeps: database, keys, kept files, collected static files.
DATA_DIR = Path(environment.text("SAMENSTROOM_DATA") or user_data_path("samenstroom", appauthor=False)).resolve()
DATA_DIR.mkdir(parents=True, exist_ok=True, mode=0o700)

BIND_HOST = environment.text("SAMENSTROOM_HOST", "127.0.0.1")
PORT = environment.number("PORT", 8000, lowest=1)

# The address as people see it; links in mails and copied links start with it.
PUBLIC_URL = environment.text("SAMENSTROOM_URL", f"http://localhost:{PORT}").rstrip("/")
if urlsplit(PUBLIC_URL).scheme not in {"http", "https"} or not urlsplit(PUBLIC_URL).hostname:
    raise ImproperlyConfigured("SAMENSTROOM_URL must look like https://samenstroom.example.org")

# Named on each page of a personal link, so that a person knows who keeps what she writes.
OPERATOR_NAME = environment.text("SAMENSTROOM_OPERATOR") or format_lazy(
    gettext_lazy("de beheerder van {place}"), place=urlsplit(PUBLIC_URL).hostname
)
OPERATOR_EMAIL = environment.text("SAMENSTROOM_OPERATOR_EMAIL")

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
# No compressed copies: making those takes seconds at each first start.
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "samenstroom.config.static.KeptAddresses"},
}
MEDIA_ROOT = DATA_DIR / "media"
# What people keep with a collaboration: sealed, and never served as a folder.
FILES_DIR = DATA_DIR / "files"

# Each night a backup comes here, when it is set; see docs/operating.md.
_backups = environment.text("SAMENSTROOM_BACKUP_DIR")
BACKUP_DIR = Path(_backups).resolve() if _backups else None
BACKUP_KEEP = environment.number("SAMENSTROOM_BACKUP_KEEP", 14)  # 0 keeps all
BACKUP_TO = environment.listed("SAMENSTROOM_BACKUP_TO")  # public keys of age; without any it stays open

PAPER_KEY_FILE = DATA_DIR / "keys" / "papers.key"  # seals agreements that were signed; made with the first one
