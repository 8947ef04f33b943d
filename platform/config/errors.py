from django.http import HttpRequest, HttpResponse

from comments.reporting.views import report_again
from comments.views import react_again
from delivery.errors import page


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form came without its token, or with one that is no longer valid.

    The cookie may have been blocked or have ended with the browser. Who wrote a reaction or a
    report gets the text back in a fresh form; nothing is stored.
    """
    match = request.resolver_match
    if match and match.view_name == "comments:react":
        return react_again(request, **match.kwargs)
    if match and match.view_name in {"comments:report_rules", "comments:report_law"}:
        return report_again(request, **match.kwargs)
    return page(request, 403, "csrf")
