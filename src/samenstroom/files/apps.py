from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "samenstroom.files"
    label = "files"
