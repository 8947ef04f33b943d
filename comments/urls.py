from django.urls import path

from comments import finding, stopping, views

app_name = "comments"

urlpatterns = [
    path("artikelen/<slug:slug>/reageren/", views.react, name="react"),
    path("zoeken/", finding.search, name="search"),
    path("reacties/<int:pk>/", views.permalink, name="permalink"),
    path("post/stoppen/<str:token>/", stopping.stop, name="stop"),
    path("mijn-reacties/<str:token>/", stopping.not_yet, name="mine"),
]
