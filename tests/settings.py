"""The project's own settings, with what makes a test run quick and leaves nothing behind."""

import os
import tempfile

os.environ.setdefault("SECRET_KEY", "only-for-tests")
os.environ.setdefault("ALLOWED_HOSTS", "testserver,localhost,127.0.0.1")
os.environ.setdefault("HTTPS", "0")
os.environ.setdefault("MEDIA_ROOT", tempfile.mkdtemp(prefix="grensvlak-test-"))
# Empty: WhiteNoise reads the whole folder for each test client, and warns where there is none.
os.environ.setdefault("STATIC_ROOT", tempfile.mkdtemp(prefix="grensvlak-test-"))

from config.settings import *  # noqa: F403
from config.settings import DATABASES, INSTALLED_APPS, STORAGES

INSTALLED_APPS = [*INSTALLED_APPS, "demo", "bench"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}

if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A file, as in production: in memory, two connections do not wait for each other.
    DATABASES["default"]["TEST"] = {
        "NAME": f"{tempfile.mkdtemp(prefix='grensvlak-test-')}/db.sqlite3"
    }
