"""What a worker does for articles, once the transaction is over."""

from django.tasks import task

from articles.social_images import keep_social_image


@task
def draw_social_image(pk: int) -> None:
    keep_social_image(pk)
