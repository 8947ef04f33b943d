from django.urls import path

from comments import finding, views

app_name = "comments"

urlpatterns = [
    path("artikelen/<slug:slug>/reageren/", views.react, name="react"),
    path("zoeken/", finding.search, name="search"),
    path("reacties/<int:pk>/", views.permalink, name="permalink"),
]
