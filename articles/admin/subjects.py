from django.contrib import admin
from taggit.models import Tag

from articles.models import Series, Topic

# The library's own tags are not used: topics are.
admin.site.unregister(Tag)


@admin.register(Series)
class SeriesAdmin(admin.ModelAdmin[Series]):
    list_display = ["title", "description"]
    search_fields = ["title"]
    prepopulated_fields = {"slug": ["title"]}


@admin.register(Topic)
class TopicAdmin(admin.ModelAdmin[Topic]):
    list_display = ["name", "description"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}
