"""Which parts make up the app, and the way a request goes through them."""

from samenstroom.config import environment

DEBUG = environment.flag("SAMENSTROOM_DEBUG")

ROOT_URLCONF = "samenstroom.config.urls"
WSGI_APPLICATION = "samenstroom.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# No django.contrib.admin: no page shows what people keep private, also not to who runs the instance.
INSTALLED_APPS = [
    # From the doors down, so that the templates of the app come before those of the libraries.
    "samenstroom.workspace",
    "samenstroom.portal",
    "samenstroom.api",
    "samenstroom.cli",
    "samenstroom.table",
    "samenstroom.privacy",
    "samenstroom.dossier",
    "samenstroom.agenda",
    "samenstroom.learning",
    "samenstroom.watch",
    "samenstroom.farewell",
    "samenstroom.adjusting",
    "samenstroom.checkins",
    "samenstroom.contributions",
    "samenstroom.feedback",
    "samenstroom.planning",
    "samenstroom.agreements",
    "samenstroom.exploring",
    "samenstroom.exchanges",
    "samenstroom.files",
    "samenstroom.connections",
    "samenstroom.collaborations",
    "samenstroom.mail",
    "samenstroom.profiles",
    "samenstroom.accounts",
    "samenstroom.kit",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "samenstroom.config.middleware.privacy_headers",
    "samenstroom.config.middleware.NoZeroByte",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "samenstroom.config.middleware.BodyLimit",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "samenstroom.accounts.middleware.WallMiddleware",
    "samenstroom.accounts.middleware.PersonLanguageMiddleware",
    "samenstroom.accounts.browsers.keep_up",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

# Messages may quote what a person wrote: they stay on the server.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
