"""What was corrected is judged again, as if it had been sent like that."""

from copy import copy

from django.utils import timezone

from comments.judging.facts import Sending
from comments.judging.hearing import hear
from comments.judging.ruling import Ruling
from comments.judging.visit import Visit
from comments.judging.wording import for_writer
from comments.models import Comment
from desk.refused import Refused
from markup.reactions import reaction_html


def ruling_on(comment: Comment, body: str) -> Ruling:
    """Whoever has the link is at the mailbox. A writer who is blocked corrects nothing: Refused."""
    corrected = copy(comment)
    corrected.body, corrected.body_html = body, reaction_html(body)
    ruling = hear(corrected, Visit(Sending(), comment.email), timezone.now())
    blocked = [finding for finding in ruling.findings if finding.code == "blocked"]
    if blocked:
        raise Refused(for_writer(blocked[0]))
    return ruling
