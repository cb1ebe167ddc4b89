"""Keys, cookies and headers."""

from urllib.parse import urlsplit

from csp.constants import NONE, SELF

from samenstroom.config import environment
from samenstroom.kit.keyfiles import keys_in, new_sealing_key, new_secret

from .paths import DATA_DIR, PUBLIC_URL

SECRET_KEY_FILE = DATA_DIR / "keys" / "secret.key"
SEALING_KEY_FILE = DATA_DIR / "keys" / "sealing.key"

SECRET_KEY, *SECRET_KEY_FALLBACKS = keys_in(SECRET_KEY_FILE, make=new_secret)
# Fernet keys, newest first: the first seals, all of them open (see kit/sealing.py).
SEALING_KEYS_FROM_ENVIRONMENT = environment.listed("SAMENSTROOM_SEALING_KEYS")
SEALING_KEYS = SEALING_KEYS_FROM_ENVIRONMENT or keys_in(SEALING_KEY_FILE, make=new_sealing_key)

_is_https = PUBLIC_URL.startswith("https://")
_proxies = environment.number("SAMENSTROOM_PROXIES", 0, highest=9)

ALLOWED_HOSTS = [
    str(urlsplit(PUBLIC_URL).hostname),
    "localhost",
    "127.0.0.1",
    "[::1]",
    *environment.listed("SAMENSTROOM_ALLOWED_HOSTS"),
]
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL]
ALLAUTH_TRUSTED_PROXY_COUNT = _proxies
if _proxies:  # Only a proxy that we know of may say that a request came over https.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# __Host- binds a cookie to this one host; a browser accepts it over https only.
_prefix = "__Host-" if _is_https else ""
SESSION_COOKIE_NAME = f"{_prefix}samenstroom_session"
SESSION_COOKIE_AGE = 60 * 24 * 3600  # seconds; a monthly check-in should not ask for a code each time
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = _is_https
CSRF_COOKIE_NAME = f"{_prefix}samenstroom_csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = _is_https

SECURE_HSTS_SECONDS = 365 * 24 * 3600 if _is_https else 0
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "worker-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
