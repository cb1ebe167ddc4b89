"""Every web address of the app. Dutch, as a person reads them; see `tests/house` for who may see which."""

from allauth.account import views as account
from django.conf import settings
from django.urls import include, path, re_path
from django.views.generic import RedirectView

from samenstroom.config.health import healthz
from samenstroom.portal import operator, verifying
from samenstroom.workspace import outbox, phone, welcome
from samenstroom.workspace.sign_in import address, entering

handler429 = entering.too_often

urlpatterns = [
    path("", welcome.welcome, name="welcome"),
    path("healthz", healthz, name="healthz"),
    path("app.webmanifest", phone.manifest, name="manifest"),
    path("sw.js", phone.worker, name="worker"),
    path("offline/", phone.offline, name="offline"),
    path("controleer/", verifying.verify, name="verify"),
    path("privacy/", welcome.privacy, name="privacy"),
    path("privacy/over-anderen/", welcome.about_others, name="about_others"),
    path("privacy/verklaring/", operator.statement, name="privacy_statement"),
    path("privacy/verwerkersovereenkomst/", operator.processor, name="privacy_processor"),
    path("privacy/register/", operator.records, name="privacy_records"),
    path("privacy/vraag/", operator.ask, name="privacy_ask"),
    path("toegankelijkheid/", welcome.accessibility, name="accessibility"),
    path("hulp/", welcome.help_page, name="help"),
    path("taal/", welcome.change_language, name="language"),
    path("account/maken/", account.signup, name="account_signup"),
    path("account/inloggen/", account.login, name="account_login"),
    path("account/inloggen/code/", entering.ask_code, name="account_request_login_code"),
    path("account/inloggen/code/invullen/", entering.mailed_code, name="account_confirm_login_code"),
    path("account/inloggen/extra-stap/", entering.second_step, name="mfa_authenticate"),
    path("account/inloggen/toegangssleutel/", entering.passkey, name="mfa_login_webauthn"),
    path("account/niet-van-mij/<str:token>/", address.not_mine, name="not_mine"),
    path("account/uitloggen/", account.logout, name="account_logout"),
    path("account/gesloten/", account.account_inactive, name="account_inactive"),
    path("account/wachtwoord/", account.password_change, name="account_change_password"),
    path("account/wachtwoord/vergeten/", account.password_reset, name="account_reset_password"),
    path("account/wachtwoord/gevraagd/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^account/wachtwoord/nieuw/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "account/wachtwoord/klaar/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    # allauth names these; with passwords only they lead to the page that does the job.
    path(
        "account/wachtwoord/instellen/",
        RedirectView.as_view(url="/account/wachtwoord/"),
        name="account_set_password",
    ),
    path("account/e-mail/", RedirectView.as_view(url="/instellingen/inloggen/e-mail/"), name="account_email"),
    path("api/v1/", include("samenstroom.api.urls")),
    path("", include("samenstroom.portal.urls")),
    path("", include("samenstroom.workspace.urls")),
]

if settings.DEBUG and settings.MAIL_MODE == "preview":
    urlpatterns += [
        path("post/", outbox.outbox, name="outbox"),
        path("post/<slug:mail>/", outbox.letter, name="outbox_letter"),
    ]
