from django.urls import path

from comments import views

app_name = "comments"

urlpatterns = [
    path("artikelen/<slug:slug>/reageren/", views.react, name="react"),
    path("reacties/<int:pk>/", views.permalink, name="permalink"),
]
