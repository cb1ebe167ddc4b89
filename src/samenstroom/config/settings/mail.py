"""Whether and how mail goes out. Without settings there is no mail, and the app works."""

from urllib.parse import urlsplit

from samenstroom.config import environment
from samenstroom.config.smtp import read_smtp_url

from .paths import PUBLIC_URL

_smtp_url = environment.text("SAMENSTROOM_SMTP_URL")
_shown_only = environment.text("SAMENSTROOM_MAIL") == "preview"

# "off": no mail; "preview": mail is written and shown, not sent; "smtp": mail is sent.
MAIL_MODE = "preview" if _shown_only else "smtp" if _smtp_url else "off"

EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
if MAIL_MODE == "smtp":
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    _smtp = read_smtp_url(_smtp_url)
    EMAIL_HOST = _smtp.host
    EMAIL_PORT = _smtp.port
    EMAIL_HOST_USER = _smtp.user
    EMAIL_HOST_PASSWORD = _smtp.password
    EMAIL_USE_TLS = _smtp.tls == "starttls"
    EMAIL_USE_SSL = _smtp.tls == "ssl"
EMAIL_TIMEOUT = 20  # seconds

# Stands behind the @ in the sender and in message ids.
MAIL_DOMAIN = str(urlsplit(PUBLIC_URL).hostname)
DEFAULT_FROM_EMAIL = environment.text("SAMENSTROOM_MAIL_FROM", f"Samenstroom <samenstroom@{MAIL_DOMAIN}>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
