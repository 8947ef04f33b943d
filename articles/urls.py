from django.urls import path

from articles import views
from articles.proofs import views as proofs

app_name = "articles"

urlpatterns = [
    path("", views.home, name="home"),
    path("artikelen/<slug:slug>/", views.article, name="article"),
    path("onderwerpen/<slug:slug>/", views.topic, name="topic"),
    path("auteurs/<slug:slug>/", views.author, name="author"),
    path("reeksen/<slug:slug>/", views.series, name="series"),
    path("proef/<str:token>/", proofs.proof, name="proof"),
    path("proef/<str:token>/opmerking/", proofs.remark, name="remark"),
    path("proef/<str:token>/citaat/<int:pk>/akkoord/", proofs.agree, name="agree"),
    path("proef/<str:token>/citaat/<int:pk>/andere-woorden/", proofs.reword, name="reword"),
]
