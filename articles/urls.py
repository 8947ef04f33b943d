from django.urls import path

from articles import views

app_name = "articles"

urlpatterns = [
    path("", views.home, name="home"),
    path("artikelen/<slug:slug>/", views.article, name="article"),
    path("onderwerpen/<slug:slug>/", views.topic, name="topic"),
    path("auteurs/<slug:slug>/", views.author, name="author"),
    path("reeksen/<slug:slug>/", views.series, name="series"),
]
