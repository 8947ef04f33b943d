from django.urls import include, path

from comments import finding, views

app_name = "comments"

urlpatterns = [
    path("artikelen/<slug:slug>/reageren/", views.react, name="react"),
    path("mijn-reacties/", include("comments.mine.urls")),
    path("zoeken/", finding.search, name="search"),
    path("reacties/<int:pk>/", views.permalink, name="permalink"),
]
