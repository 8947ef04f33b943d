"""What is done to the crowd's own site from inside, in a process of its own."""

import json
import sys

from django.core.management import call_command
from django.db.models import Count
from django.utils import timezone

from articles.models import Article
from comments.models import Comment, Decision, Discussion, Policy

SLUG = "voor-een-menigte"


def prepare() -> None:
    """A fresh database, with one article that anybody may react to as fast as they like."""
    call_command("migrate", verbosity=0)
    article = Article.objects.create(
        title="Voor een menigte",
        slug=SLUG,
        lead="Iedereen tegelijk.",
        state=Article.State.PUBLISHED,
        published_at=timezone.now(),
    )
    Discussion.objects.begin_for([article])
    policy = Policy.get_solo()
    policy.mode = Policy.Mode.AFTER
    policy.too_fast_seconds = None
    policy.hold_first = policy.hold_unconfirmed = False
    policy.most_in_ten_minutes = policy.most_in_a_day = 30_000
    policy.save()


def facts() -> None:
    discussion = Discussion.objects.get(article__slug=SLUG)
    comments = discussion.comments.order_by("number")
    decided = Decision.objects.values("comment").annotate(n=Count("pk")).values_list("n", flat=True)
    told = {
        "bodies": list(Comment.objects.values_list("body", flat=True)),
        "states": sorted(set(comments.values_list("state", flat=True))),
        "numbers": list(comments.values_list("number", flat=True)),
        "paths": len(set(comments.values_list("path", flat=True))),
        "last_number": discussion.last_number,
        "published_count": discussion.published_count,
        "decisions_each": sorted(set(decided)),
    }
    sys.stdout.write(json.dumps(told))
