from django.urls import include, path

from comments import adopting, finding, permalinks, stopping, views

app_name = "comments"

urlpatterns = [
    path("artikelen/<slug:slug>/reageren/", views.react, name="react"),
    path("mijn-reacties/", include("comments.mine.urls")),
    path("zoeken/", finding.search, name="search"),
    path("reacties/<int:pk>/", permalinks.permalink, name="permalink"),
    path("reacties/<int:pk>/tip/<str:token>/", adopting.consent, name="consent"),
    path("post/stoppen/<str:token>/", stopping.stop, name="stop"),
]
