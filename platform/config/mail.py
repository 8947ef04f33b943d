"""How mail leaves, from what EMAIL_URL says."""

from collections.abc import Mapping
from typing import Any, Final

from django.core.exceptions import ImproperlyConfigured

SMTP: Final = "django.core.mail.backends.smtp.EmailBackend"
FILE: Final = "django.core.mail.backends.filebased.EmailBackend"
#: How long a mail server may take for one step, in seconds. Sending holds nobody up but the worker.
PATIENCE: Final = 30


def mailer(url: Mapping[str, Any]) -> dict[str, Any]:
    """An entry of MAILERS. Raises ImproperlyConfigured for an address that names no server."""
    backend = url["EMAIL_BACKEND"]
    if backend == FILE:
        path = "/" + url["EMAIL_FILE_PATH"].lstrip("/")
        return {"BACKEND": backend, "OPTIONS": {"file_path": path}}
    if backend != SMTP:
        return {"BACKEND": backend}
    if not url["EMAIL_HOST"]:
        raise ImproperlyConfigured("EMAIL_URL names no mail server.")
    options = {
        "host": url["EMAIL_HOST"],
        "port": url["EMAIL_PORT"],
        "username": url["EMAIL_HOST_USER"],
        "password": url["EMAIL_HOST_PASSWORD"],
        "use_tls": url.get("EMAIL_USE_TLS", False),
        "use_ssl": url.get("EMAIL_USE_SSL", False),
        "timeout": PATIENCE,
    }
    return {"BACKEND": backend, "OPTIONS": options}
