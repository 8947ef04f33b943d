import os
import sys
from pathlib import Path

from django.core.wsgi import get_wsgi_application

# A server that is pointed at this file by its path has neither source root: see manage.py.
ROOT = Path(__file__).resolve().parents[2]
for root in (str(ROOT / "platform"), str(ROOT)):
    if root not in sys.path:
        sys.path.insert(0, root)

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = get_wsgi_application()
