"""Who signs in, and how."""

AUTH_USER_MODEL = "accounts.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]

LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"

ACCOUNT_ADAPTER = "samenstroom.flows.account_adapter.AccountAdapter"
MFA_ADAPTER = "samenstroom.accounts.second_step.WaysIn"
ACCOUNT_SIGNUP_FORM_CLASS = "samenstroom.accounts.forms.SignupForm"
ACCOUNT_FORMS = {
    "login": "samenstroom.accounts.entrance.LoginForm",
    "signup": "samenstroom.accounts.entrance.SignupForm",
    "change_password": "samenstroom.accounts.entrance.ChangePasswordForm",
    "reset_password": "samenstroom.accounts.entrance.ResetPasswordForm",
    "request_login_code": "samenstroom.accounts.entrance_steps.AskCodeForm",
    "confirm_login_code": "samenstroom.accounts.entrance_steps.MailedCodeForm",
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

# A code by mail instead of a password; only where mail is on (see workspace/sign_in/entering.py).
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 3
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = 2
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 10 * 60  # seconds

# A second step (an app on the phone, with spare codes) and passkeys.
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_FORMS = {
    "authenticate": "samenstroom.accounts.entrance_steps.SecondStepForm",
    "authenticate_webauthn": "samenstroom.accounts.entrance_steps.SecondStepPasskeyForm",
    "login_webauthn": "samenstroom.accounts.entrance_steps.PasskeyForm",
}
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_PASSKEY_SIGNUP_ENABLED = False
MFA_ALLOW_UNVERIFIED_EMAIL = True  # It works without e-mail.
MFA_TOTP_ISSUER = "Samenstroom"
MFA_TOTP_TOLERANCE = 1  # The clock of a phone may be half a minute off.
MFA_WEBAUTHN_USER_VERIFICATION = "required"

# Counted in the cache (see database.py); the rest of allauth's limits are as they come. What we count ourselves is in
# accounts/throttle.py.
ACCOUNT_RATE_LIMITS = {
    "login_failed": "10/m/ip,5/15m/key",
    "request_login_code": "20/m/ip,4/h/key",
}

PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["email", "name"]},
    },
    {"NAME": "samenstroom.accounts.passwords.WordsAtHand"},
]
