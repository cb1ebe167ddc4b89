"""Settings, one file per concern. What an operator can change comes from environment variables."""

from .accounts import *
from .application import *
from .database import *
from .languages import *
from .logging import *
from .mail import *
from .paths import *
from .security import *
from .tasks import *
from .templates import *
