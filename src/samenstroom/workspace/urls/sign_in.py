"""Addresses of how she comes in."""

from django.urls import path

from samenstroom.workspace.sign_in import overview, passkeys, proving, second_step

ADDRESSES = [
    path("bevestigen/", proving.prove, name="prove"),
    path("instellingen/inloggen/", overview.sign_in, name="sign_in"),
    path("instellingen/inloggen/extra-stap/", second_step.second_step, name="second_step"),
    path("instellingen/inloggen/extra-stap/plaatje.svg", second_step.picture, name="second_step_picture"),
    path("instellingen/inloggen/extra-stap/uit/", second_step.second_step_off, name="second_step_off"),
    path("instellingen/inloggen/noodcodes/", second_step.codes, name="spare_codes"),
    path("instellingen/inloggen/toegangssleutels/", passkeys.passkeys, name="passkeys"),
    path("instellingen/inloggen/toegangssleutels/<slug:key>/", passkeys.passkey, name="passkey"),
    path("instellingen/inloggen/toegangssleutels/<slug:key>/weg/", passkeys.passkey_remove, name="passkey_remove"),
]
