"""Everything that can differ between two installations comes from the environment.

Without any variable the settings are those of production, and they refuse to start where one is
missing or makes no sense. `DEMO=1` (what `make demo` sets) is the only mode with defaults.
"""

import re
from pathlib import Path
from urllib.parse import urlsplit

import django_stubs_ext
import environ
from django.core.exceptions import ImproperlyConfigured
from django.utils.csp import CSP

from config.checker import checker
from config.database import database
from config.mail import mailer
from config.terms import terms
from config.theme import theme

# Lets ModelAdmin[Article] and the like, generic in their types only, be so at run time too.
django_stubs_ext.monkeypatch()

ROOT = Path(__file__).resolve().parents[2]
VAR = ROOT / "var"

env = environ.Env()

# --- What kind of installation this is ------------------------------------------------------------

DEMO_SECRET_KEY = "demo-key-known-to-everyone-never-use-it-in-production-000000000000"  # noqa: S105

DEMO: bool = env.bool("DEMO", default=False)
DEBUG: bool = env.bool("DEBUG", default=False)
HTTPS: bool = env.bool("HTTPS", default=not DEMO)

SECRET_KEY: str = env.str("SECRET_KEY", default=DEMO_SECRET_KEY if DEMO else env.NOTSET)
if not SECRET_KEY:
    raise ImproperlyConfigured("SECRET_KEY is empty.")
if not DEMO and SECRET_KEY == DEMO_SECRET_KEY:
    raise ImproperlyConfigured("SECRET_KEY is the demo's: anyone could sign in. Set your own.")

ALLOWED_HOSTS: list[str] = env.list(
    "ALLOWED_HOSTS", default=["127.0.0.1", "localhost"] if DEMO else env.NOTSET
)
#: How this site is reached from outside, for links in mail: scheme and host, no slash at the end.
SITE_URL: str = env.str("SITE_URL", default=f"http{'s' if HTTPS else ''}://{ALLOWED_HOSTS[0]}")
if not re.fullmatch(r"https?://[^/\s]+", SITE_URL):
    raise ImproperlyConfigured("SITE_URL is not a scheme and a host, like https://voorbeeld.nl.")
SITE_NAME: str = env.str("SITE_NAME", default="Grensvlak")

# --- What it consists of --------------------------------------------------------------------------

INSTALLED_APPS = [
    "desk.apps.DeskConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "content_editor",
    "crispy_forms",
    "django_htmx",
    "django_prose_editor",
    "django_tasks_db",
    "imagefield",
    "reversion",
    "solo",
    "taggit",
    "accounts",
    "delivery",
    "pages",
    "search",
    "mailing",
    "articles",
    "comments",
    *(["demo"] if DEMO else []),
    *(["bench"] if env.bool("BENCH", default=False) else []),
]

MIDDLEWARE = [
    # Headers first: redirects and errors of everything below carry them too.
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "delivery.headers.PermissionsPolicyMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "delivery.errors.NotAllowedPageMiddleware",
    "comments.posting.OneAtATime",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
CSRF_FAILURE_VIEW = "config.errors.csrf_failure"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.csp",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "pages.context.publication",
            ],
            "builtins": ["delivery.moments"],
        },
    },
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [ROOT / "templates"],
        "OPTIONS": {"environment": "config.jinja.environment"},
    },
]
CRISPY_ALLOWED_TEMPLATE_PACKS = "house"
CRISPY_TEMPLATE_PACK = "house"
TAGGIT_CASE_INSENSITIVE = True

# --- Where it keeps things ------------------------------------------------------------------------

DATABASES = {"default": database(env, VAR)}

MEDIA_ROOT: Path = Path(env.str("MEDIA_ROOT", default=str(VAR / "media")))
MEDIA_URL = "/media/"
IMAGEFIELD_BIN_DEPTH = 2  # made sizes are spread over folders, so that none grows without bound
STATIC_ROOT: Path = Path(env.str("STATIC_ROOT", default=str(VAR / "static")))
STATIC_URL = "/static/"
STATICFILES_DIRS = [ROOT / "static"]
#: None, or the look of the organisation: a style sheet and the class that it goes by.
THEME = theme(env, STATICFILES_DIRS[0])
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Counts what comes from one connection. In memory each process counts for itself: with more than
# one, the limits are that much wider; redis://… shares them.
CACHES = {"default": env.cache("CACHE_URL", default="locmemcache://")}

# Pages for everybody are kept by each process, in memory, as long as they are as the database has
# them: see delivery/page_cache.py. 0: none.
PAGE_CACHE_MB: int = env.int("PAGE_CACHE_MB", default=0 if DEBUG else 64)
if PAGE_CACHE_MB < 0:
    raise ImproperlyConfigured("PAGE_CACHE_MB is less than nothing.")
SHOWN = "config.shown"

# --- Language and time ----------------------------------------------------------------------------

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
LOCALE_PATHS = [ROOT / "locale"]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True

# --- What is done after the answer ------------------------------------------------------------

# In the demo at once, within the request; elsewhere `manage.py db_worker` does it.
TASKS = {
    "default": {
        "BACKEND": "django.tasks.backends.immediate.ImmediateBackend"
        if DEMO
        else "delivery.queue.Queue"
    }
}

# --- Mail -----------------------------------------------------------------------------------------

# In the demo mail is a file in var/mail/ and a row that staff can read; nothing leaves the machine.
MAILERS = {
    "default": mailer(
        env.email_url(
            "EMAIL_URL", default=f"filemail:///{VAR / 'mail'}" if DEMO else "smtp://localhost:25"
        )
    )
}
DEFAULT_FROM_EMAIL: str = env.str(
    "DEFAULT_FROM_EMAIL", default=f"redactie@{urlsplit(SITE_URL).hostname}"
)
if not re.fullmatch(r"[^\r\n]*[^\s@<>]+@[^\s@<>]+>?", DEFAULT_FROM_EMAIL):
    raise ImproperlyConfigured("DEFAULT_FROM_EMAIL is not an address.")

# --- Who may do what ------------------------------------------------------------------------------

AUTH_USER_MODEL = "accounts.User"
LOGIN_URL = "admin:login"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 15},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]

# --- What may be shown from elsewhere -------------------------------------------------------------

#: Hosts of video platforms of one's own (PeerTube), beside YouTube and Vimeo: names, no addresses.
EMBED_HOSTS: list[str] = env.list(
    "EMBED_HOSTS", default=["video.zuidersluis.example"] if DEMO else []
)
for host in EMBED_HOSTS:
    if not re.fullmatch(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]", host):
        raise ImproperlyConfigured(f"EMBED_HOSTS: “{host}” is not the name of a host.")

# --- Who else judges reactions --------------------------------------------------------------------

#: A checker of one's own, that answers over https, and the only origins that reactions are sent to.
CHECKER_URL, CHECKER_ORIGINS = checker(env)
CHECKER_SECONDS: float = env.float("CHECKER_SECONDS", default=2.0)
AKISMET_KEY: str = env.str("AKISMET_KEY", default="")

# --- How long things are kept ---------------------------------------------------------------------

KEEP_DAYS: dict[str, int] = terms(env)

# --- Security -------------------------------------------------------------------------------------

SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "media-src": [CSP.SELF],
    "manifest-src": [CSP.SELF],
    "frame-src": [CSP.NONE],
    "object-src": [CSP.NONE],
    "base-uri": [CSP.NONE],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
BEHIND_PROXY: bool = env.bool("BEHIND_PROXY", default=False)
if BEHIND_PROXY:
    # Only a proxy that always sets or strips these headers may be trusted with them: this one, and
    # X-Forwarded-For, of which the last address counts (comments/judging/client.py).
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

SESSION_COOKIE_NAME = "__Host-sessie" if HTTPS else "sessie"
SESSION_COOKIE_SECURE = HTTPS
SESSION_COOKIE_AGE = 12 * 60 * 60  # ASVS 7.3: staff sign in again each working day
# In the session, which staff have anyway: a cookie less to account for (pages/cookies.py).
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
#: That this browser is at a mailbox, for who asked us to remember it: see comments/standing.py.
WRITER_COOKIE_NAME = "__Host-schrijver" if HTTPS else "schrijver"
WRITER_COOKIE_AGE = 180 * 24 * 60 * 60
CSRF_COOKIE_NAME = "__Host-formulier" if HTTPS else "formulier"
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_AGE = None  # gone when the browser closes

# An article in the editor is one form: sixty blocks of eight fields, and their text.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000

# Where people report a weakness (RFC 9116): addresses with https:// or mailto:, comma-separated.
# Without a contact, /.well-known/security.txt names the e-mail address of the publication.
SECURITY_CONTACT: list[str] = env.list("SECURITY_CONTACT", default=[])
SECURITY_POLICY: str = env.str("SECURITY_POLICY", default="")
SECURITY_ACKNOWLEDGMENTS: str = env.str("SECURITY_ACKNOWLEDGMENTS", default="")
SECURITY_ENCRYPTION: str = env.str("SECURITY_ENCRYPTION", default="")
if not all(re.fullmatch(r"(?:https://|mailto:)\S+", one) for one in SECURITY_CONTACT):
    raise ImproperlyConfigured("SECURITY_CONTACT has an address without https:// or mailto:.")
for _page in (SECURITY_POLICY, SECURITY_ACKNOWLEDGMENTS, SECURITY_ENCRYPTION):
    if not re.fullmatch(r"(?:https://\S+)?", _page):
        raise ImproperlyConfigured("SECURITY_… has an address without https://.")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"django.tasks": {"level": "WARNING"}},  # not each mail: those have a page
}
