"""Dutch first, English complete as well."""

from .paths import PACKAGE_DIR
from .security import SESSION_COOKIE_SECURE

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
LOCALE_PATHS = [PACKAGE_DIR / "locale"]

LANGUAGE_COOKIE_NAME = "samenstroom_language"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600  # seconds
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = SESSION_COOKIE_SECURE

USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Amsterdam"
