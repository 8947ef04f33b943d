from django.urls import path

from comments.mine import reactions, views
from comments.mine.own_data import own_data

urlpatterns = [
    path("", views.ask, name="ask_link"),
    path("verstuurd/", views.link_sent, name="link_sent"),
    path("<str:token>/", views.mine, name="mine"),
    path("<str:token>/bevestigen/", views.confirm, name="confirm_mailbox"),
    path("<str:token>/onthouden/", views.remember, name="remember"),
    path("<str:token>/vergeten/", views.forget, name="forget"),
    path("<str:token>/gegevens/", own_data, name="own_data"),
    path("<str:token>/anoniem/", reactions.anonymise_all, name="anonymise_all"),
    path("<str:token>/wissen/", reactions.erase_all, name="erase_all"),
    path("<str:token>/volgen/<int:pk>/bevestigen/", views.confirm_follow, name="confirm_follow"),
    path("<str:token>/volgen/<int:pk>/stoppen/", views.stop, name="stop_follow"),
    path("<str:token>/<int:pk>/besluit/", reactions.decision, name="decision"),
    path("<str:token>/<int:pk>/corrigeren/", reactions.correct, name="correct"),
    path("<str:token>/<int:pk>/intrekken/", reactions.withdraw, name="withdraw"),
    path("<str:token>/<int:pk>/terugzetten/", reactions.put_back, name="put_back"),
    path("<str:token>/<int:pk>/anoniem/", reactions.anonymise, name="anonymise"),
    path("<str:token>/<int:pk>/wissen/", reactions.erase, name="erase"),
]
