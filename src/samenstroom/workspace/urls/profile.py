"""Addresses of her profile, her boundaries and the pages she shows."""

from django.urls import URLPattern, path

from samenstroom.workspace import boundaries, profile, profile_file, work_page

ADDRESSES: list[URLPattern] = [
    path("ik/profiel/", profile.profile, name="profile"),
    path("ik/profiel/waarden/", profile.values, name="profile_values"),
    path("ik/profiel/waarden/volgorde/", profile.order, name="profile_order"),
    path("ik/profiel/meenemen/", profile_file.take_along, name="profile_file"),
    path("ik/profiel/inlezen/", profile_file.bring_back, name="profile_import"),
    path("ik/profiel/<slug:part>/", profile.part, name="profile_part"),
    path("ik/grenzen/", boundaries.boundaries, name="boundaries"),
    path("ik/grenzen/nieuw/", boundaries.new, name="boundary_new"),
    path("ik/grenzen/<slug:boundary>/", boundaries.boundary, name="boundary"),
    path("ik/grenzen/<slug:boundary>/loslaten/", boundaries.let_go, name="boundary_let_go"),
    path("ik/grenzen/<slug:boundary>/oppakken/", boundaries.take_up, name="boundary_take_up"),
    path("ik/zo-werk-ik/", work_page.work_page, name="work_page"),
    path("ik/zo-werk-ik/keuze/", work_page.choose, name="work_page_choose"),
    path("ik/zo-werk-ik/inleiding/", work_page.introduction, name="work_page_introduction"),
    path("ik/zo-werk-ik/tekst/<slug:piece>/", work_page.wording, name="work_page_wording"),
    path("ik/zo-werk-ik/voorbeeld/", work_page.preview, name="work_page_preview"),
    path("ik/zo-werk-ik/online/", work_page.online, name="work_page_online"),
    path("ik/zo-werk-ik/offline/", work_page.offline, name="work_page_offline"),
    path("ik/zo-werk-ik/nieuw-adres/", work_page.renew, name="work_page_renew"),
]
