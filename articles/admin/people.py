from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles.admin.links import to_articles
from articles.models import Author
from desk.addressed import AddressedAdmin


@admin.register(Author)
class AuthorAdmin(AddressedAdmin):
    list_display = ["name", "role", "organisation", "user", "in_articles"]
    list_filter = [("user", admin.EmptyFieldListFilter)]
    search_fields = ["name", "role", "organisation"]
    ordering = ["name"]  # counting loses the model’s own
    list_select_related = ["user"]
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["user"]
    fieldsets = [
        (None, {"fields": ["name", "slug", "role", "organisation", "bio", "website"]}),
        (_("Portret"), {"fields": ["portrait", "portrait_ppoi"]}),
        (_("Account"), {"fields": ["user"]}),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Author]:
        found: QuerySet[Any] = super().get_queryset(request)
        counted: QuerySet[Any] = found.annotate(n_articles=Count("authorships"))
        return counted

    @admin.display(description=_("artikelen"), ordering="n_articles")
    def in_articles(self, author: Any) -> SafeString:
        return to_articles(author.n_articles, auteur=author.pk)
