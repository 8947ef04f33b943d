from typing import Any

from django.db import models, transaction
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from taggit.models import ItemBase, TagBase

from articles.models.addresses import Addressed
from articles.models.findable import index_renamed


class Topic(Addressed, TagBase):  # type: ignore[misc]
    """What articles are about: a hashtag with a page of its own."""

    description = models.TextField(
        _("beschrijving"), blank=True, help_text=_("Staat boven de lijst van dit onderwerp.")
    )

    class Meta:
        ordering = ["name"]
        verbose_name = _("onderwerp")
        verbose_name_plural = _("onderwerpen")

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        index_renamed(self.name, self.article_topics.values_list("content_object", flat=True))

    def get_absolute_url(self) -> str:
        return reverse("articles:topic", args=[self.slug])

    def slugify(self, tag: str, i: int | None = None) -> str:
        """An address of plain letters and digits, whatever the topic is called."""
        slug = slugify(tag) or "onderwerp"
        return slug if i is None else f"{slug}-{i}"


class ArticleTopic(ItemBase):  # type: ignore[misc]
    """That an article is about a topic. A foreign key of its own, so that a list is one join."""

    tag: Any = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="article_topics")
    content_object: Any = models.ForeignKey(
        "articles.Article", on_delete=models.CASCADE, related_name="article_topics"
    )

    class Meta:
        verbose_name = _("onderwerp van dit artikel")
        verbose_name_plural = _("onderwerpen van dit artikel")
        constraints = [
            models.UniqueConstraint(fields=["tag", "content_object"], name="article_topic_once")
        ]
