from django.apps import AppConfig


class MailConfig(AppConfig):
    name = "samenstroom.mail"
    label = "mail"
