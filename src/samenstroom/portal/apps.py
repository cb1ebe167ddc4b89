from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "samenstroom.portal"
    label = "portal"
