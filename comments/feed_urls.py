"""Where feeds are; those of articles too, because their entries tell of the discussions."""

from django.urls import path, re_path

from comments import feeds

app_name = "feeds"

urlpatterns = [
    path("artikelen.<slug:form>", feeds.articles, name="articles"),
    path("reacties.atom", feeds.latest, name="reactions"),
    path("artikelen/<slug:slug>/reacties.atom", feeds.discussion, name="discussion"),
    re_path(
        r"^(?P<kind>onderwerpen|auteurs|reeksen)/(?P<slug>[-\w]+)\.(?P<form>\w+)$",
        feeds.articles_about,
        name="about",
    ),
]
