from typing import Any

from content_editor.admin import ContentEditor, ContentEditorInline
from django.contrib import admin
from django.db.models import QuerySet
from django.forms import Media
from django.http import HttpRequest
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from articles.acts import ARTICLE_ACTS
from articles.admin.checking import Checking, Corrected, Lasting
from articles.admin.filters import AuthorFilter, StandingFilter, TopicFilter
from articles.admin.history import HistoryAdmin
from articles.admin.proofs import ProofsAdmin
from articles.admin.saving import SafeSaving
from articles.models import (
    Article,
    Author,
    Authorship,
    EmbedBlock,
    ImageBlock,
    PullQuote,
    TextBlock,
    Tip,
)


class AuthorshipInline(admin.TabularInline[Authorship, Article]):
    model = Authorship
    extra = 0
    autocomplete_fields = ["author"]


@admin.register(Article)
class ArticleAdmin(
    HistoryAdmin,
    SafeSaving,
    Checking,
    Corrected,
    Lasting,
    ProofsAdmin,
    ContentEditor,  # type: ignore[misc]
):
    acts = ARTICLE_ACTS
    change_form_template = "admin/articles/article/change_form.html"
    list_display = ["title", "state_now", "published_at", "people", "series", "words", "changed_at"]
    list_filter = [
        StandingFilter,
        AuthorFilter,
        TopicFilter,
        ("series", admin.RelatedOnlyFieldListFilter),
        "language",
    ]
    list_per_page = 50
    search_fields = ["title", "lead"]
    date_hierarchy = "published_at"
    list_select_related = ["series"]
    autocomplete_fields = ["series", "translation_of"]
    fieldsets = [
        (None, {"fields": ["title", "slug", "lead", "tags"]}),
        (
            _("Foto boven het artikel"),
            {
                "fields": ["image", "image_ppoi", "alt", "decorative", "caption", "credit"],
                "classes": ["tabbed"],
            },
        ),
        (
            _("Reeks en taal"),
            {
                "fields": [
                    "series",
                    "series_position",
                    "announcement",
                    "language",
                    "translation_of",
                ],
                "classes": ["tabbed"],
            },
        ),
    ]
    inlines = [
        AuthorshipInline,
        ContentEditorInline.create(TextBlock, icon="notes"),
        ContentEditorInline.create(PullQuote, icon="format_quote"),
        ContentEditorInline.create(Tip, icon="lightbulb"),
        ContentEditorInline.create(ImageBlock, icon="image"),
        ContentEditorInline.create(EmbedBlock, icon="smart_display"),
    ]

    class Media:
        js = ("js/desk.js", "js/desk-blocks.js", "js/desk-unsaved.js")

    def get_prepopulated_fields(
        self, request: HttpRequest, obj: Article | None = None
    ) -> dict[str, Any]:
        """Only at first: the address of an article does not follow its title."""
        return {} if obj else {"slug": ["title"]}

    @admin.display(description=_("staat"), ordering="state")
    def state_now(self, article: Article) -> str:
        return article.state_label()

    @admin.display(description=_("auteurs"))
    def people(self, article: Article) -> str:
        return ", ".join(one.author.name for one in article.authorships.all())

    @admin.display(description=_("woorden"), ordering="word_count")
    def words(self, article: Article) -> int:
        return article.word_count

    def get_view_on_site_url(self, obj: Article | None = None) -> str | None:
        seen = obj is not None and obj.is_visible_at(timezone.now())
        return super().get_view_on_site_url(obj) if seen else None

    def _content_editor_media(self, request: HttpRequest, context: dict[str, Any]) -> Any:
        # For writing only: where blocks are shown and not edited, the script stops halfway, and
        # nothing of them can be read.
        if context["add"] or context["has_change_permission"]:
            return super()._content_editor_media(request, context)
        return Media()

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        articles = Article.objects.newest_first().with_people()
        if self.edits_all(request):
            return articles
        return articles.written_by(self.user(request))

    def edits_all(self, request: HttpRequest) -> bool:
        """Editors see every article, moderators may look; authors see and edit their own drafts."""
        user = self.user(request)
        return user.has_perm("articles.publish_article") or not user.has_perm(
            "articles.change_article"
        )

    def has_change_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        if not super().has_change_permission(request, obj):
            return False
        return obj is None or self.edits_all(request) or obj.state == Article.State.DRAFT

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        if not change and not self.edits_all(request):
            self.sign(form.instance, self.user(request))
        super().save_related(request, form, formsets, change)
        form.instance.written()

    def sign(self, article: Article, user: User) -> None:
        """An author who starts an article is its author: otherwise it would be out of sight."""
        new = {"name": user.public_name, "slug": f"{slugify(user.public_name)}-{user.pk}"}
        author, _created = Author.objects.get_or_create(user=user, defaults=new)
        Authorship.objects.get_or_create(article=article, author=author)
