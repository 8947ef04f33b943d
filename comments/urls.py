from django.urls import include, path

from comments import adopting, finding, permalinks, stopping, views
from comments.models import Notice
from comments.reporting import views as reporting

app_name = "comments"

urlpatterns = [
    path("artikelen/<slug:slug>/reageren/", views.react, name="react"),
    path("artikelen/<slug:slug>/reacties/", permalinks.newer, name="newer"),
    path("mijn-reacties/", include("comments.mine.urls")),
    path("zoeken/", finding.search, name="search"),
    path("reacties/<int:pk>/", permalinks.permalink, name="permalink"),
    path("reacties/<int:pk>/tip/<str:token>/", adopting.consent, name="consent"),
    path("post/stoppen/<str:token>/", stopping.stop, name="stop"),
    path("post/stoppen/redactie/<str:token>/", stopping.stop_staff, name="stop_staff"),
    path("reacties/<int:pk>/melden/", reporting.choose, name="report"),
    path(
        "reacties/<int:pk>/melden/huisregels/",
        reporting.report,
        {"kind": Notice.Kind.RULES},
        name="report_rules",
    ),
    path(
        "reacties/<int:pk>/melden/wet/",
        reporting.report,
        {"kind": Notice.Kind.LAW},
        name="report_law",
    ),
    path("meldingen/<slug:reference>/", reporting.notice, name="notice"),
]
