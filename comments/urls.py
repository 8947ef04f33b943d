from django.urls import path

from comments import finding, permalinks, views

app_name = "comments"

urlpatterns = [
    path("artikelen/<slug:slug>/reageren/", views.react, name="react"),
    path("zoeken/", finding.search, name="search"),
    path("reacties/<int:pk>/", permalinks.permalink, name="permalink"),
]
