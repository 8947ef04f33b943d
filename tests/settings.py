"""The project's own settings, with what makes a test run quick and leaves nothing behind."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

# One folder for a run: the processes that it starts find it here.
if "TEST_FOLDER" not in os.environ:
    os.environ["TEST_FOLDER"] = tempfile.mkdtemp(prefix="grensvlak-test-")
    atexit.register(shutil.rmtree, os.environ["TEST_FOLDER"], ignore_errors=True)

os.environ.setdefault("SECRET_KEY", "only-for-tests")
os.environ.setdefault("ALLOWED_HOSTS", "testserver,localhost,127.0.0.1")
os.environ.setdefault("HTTPS", "0")
os.environ.setdefault("MEDIA_ROOT", os.environ["TEST_FOLDER"] + "/media")
os.environ.setdefault("STATIC_ROOT", os.environ["TEST_FOLDER"] + "/static")

from config.settings import *  # noqa: F403
from config.settings import DATABASES, INSTALLED_APPS, STORAGES

# Empty: WhiteNoise reads the whole folder for each test client, and warns where there is none.
Path(os.environ["STATIC_ROOT"]).mkdir(exist_ok=True)
INSTALLED_APPS = [*INSTALLED_APPS, "demo", "bench"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}

if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A file, as in production: in memory, two connections do not wait for each other.
    DATABASES["default"]["TEST"] = {"NAME": os.environ["TEST_FOLDER"] + "/db.sqlite3"}
