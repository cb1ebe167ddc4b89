from django.apps import AppConfig


class WorkspaceConfig(AppConfig):
    name = "samenstroom.workspace"
    label = "workspace"
