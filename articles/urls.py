from django.urls import path, register_converter
from django.urls.converters import SlugConverter

from articles import lists, views
from articles.proofs import views as proofs


class TopicSlugConverter(SlugConverter):
    """What a topic's slug may hold: letters of any alphabet."""

    regex = r"[-\w]+"


register_converter(TopicSlugConverter, "topic")

app_name = "articles"

urlpatterns = [
    path("", views.home, name="home"),
    path("artikelen/<slug:slug>/", views.article, name="article"),
    path("onderwerpen/", lists.topics, name="topics"),
    path("onderwerpen/<topic:slug>/", lists.topic, name="topic"),
    path("auteurs/", lists.authors, name="authors"),
    path("auteurs/<slug:slug>/", lists.author, name="author"),
    path("reeksen/", lists.all_series, name="all_series"),
    path("reeksen/<slug:slug>/", lists.series, name="series"),
    path("archief/", lists.archive, name="archive"),
    path("archief/<int:year>/", lists.year, name="year"),
    path("archief/<int:year>/<int:month>/", lists.month, name="month"),
    path("proef/<str:token>/", proofs.proof, name="proof"),
    path("proef/<str:token>/opmerking/", proofs.remark, name="remark"),
    path("proef/<str:token>/citaat/<int:pk>/akkoord/", proofs.agree, name="agree"),
    path("proef/<str:token>/citaat/<int:pk>/andere-woorden/", proofs.reword, name="reword"),
]
