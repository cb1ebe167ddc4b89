"""The way in for a web server."""

import os

from django.core.wsgi import get_wsgi_application

from samenstroom.kit import wall

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samenstroom.config.settings")

wall.rest_for(wall.NOBODY)  # the command that started this process worked for everybody
application = get_wsgi_application()
