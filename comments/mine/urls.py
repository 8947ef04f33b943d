from django.urls import path

from comments.mine import views

urlpatterns = [
    path("", views.ask, name="ask_link"),
    path("verstuurd/", views.link_sent, name="link_sent"),
    path("<str:token>/", views.mine, name="mine"),
    path("<str:token>/bevestigen/", views.confirm, name="confirm_mailbox"),
    path("<str:token>/onthouden/", views.remember, name="remember"),
    path("<str:token>/vergeten/", views.forget, name="forget"),
    path("<str:token>/volgen/<int:pk>/stoppen/", views.stop, name="stop_follow"),
    path("<str:token>/<int:pk>/corrigeren/", views.correct, name="correct"),
    path("<str:token>/<int:pk>/intrekken/", views.withdraw, name="withdraw"),
]
