"""Who signs in, and how."""

AUTH_USER_MODEL = "accounts.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]

LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"

ACCOUNT_ADAPTER = "samenstroom.flows.account_adapter.AccountAdapter"
ACCOUNT_SIGNUP_FORM_CLASS = "samenstroom.accounts.forms.SignupForm"
ACCOUNT_FORMS = {
    "login": "samenstroom.accounts.entrance.LoginForm",
    "signup": "samenstroom.accounts.entrance.SignupForm",
    "change_password": "samenstroom.accounts.entrance.ChangePasswordForm",
    "reset_password": "samenstroom.accounts.entrance.ResetPasswordForm",
    "reset_password_from_key": "samenstroom.accounts.entrance.ResetPasswordKeyForm",
}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_UNIQUE_EMAIL = True
# It works without e-mail: an address is never asked to be confirmed before someone can go on.
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = True
# Limits on tries are on by default in allauth; they are counted in the cache (see database.py).

PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["email"]},
    },
]
