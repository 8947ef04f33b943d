"""Pages of another size: by a worker, one discussion at a time. Until then it has those it had."""

from django.db import transaction
from django.tasks import task

from comments.models import Discussion


@task
def rearrange(more_than: int) -> None:
    """Those with more reactions than this; what has fewer is one page, before and after."""
    keys = Discussion.objects.filter(published_count__gt=more_than).values_list("pk", flat=True)
    for pk in list(keys):
        with transaction.atomic():
            Discussion.objects.lock(pk).arrange_all()
