from django.apps import AppConfig


class FeedbackConfig(AppConfig):
    name = "samenstroom.feedback"
    label = "feedback"
