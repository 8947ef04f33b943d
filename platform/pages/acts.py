"""What editors can do to a page besides writing it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from desk.acts import Act
from pages.models import HouseRules, Page

type Data = dict[str, Any]

PUBLISH = "pages.publish_page"


class ChangesForm(forms.Form):
    use_required_attribute = False
    changes = forms.CharField(
        label=_("Wat is er veranderd, en waarom?"),
        required=False,
        max_length=2_000,
        help_text=_(
            "Lezers zien dit bij de huisregels, en dertig dagen een bericht boven het "
            "reactieformulier. Alleen bij de eerste versie mag dit leeg zijn."
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
    )


def publish(page: Page, by: User, data: Data) -> None:
    page.publish(by)


def publish_rules(rules: HouseRules, by: User, data: Data) -> None:
    rules.publish(by, changes=data["changes"])


def withdraw(page: Page, by: User, data: Data) -> None:
    page.withdraw(by)


WITHDRAW = Act(
    "intrekken",
    _("Intrekken"),
    PUBLISH,
    withdraw,
    applies=lambda page: page.is_published,
    danger=True,
)
PAGE_ACTS = (
    Act(
        "publiceren",
        _("Publiceren"),
        PUBLISH,
        publish,
        applies=lambda page: not page.is_published,
    ),
    WITHDRAW,
)
RULES_ACTS = (
    Act("publiceren", _("Nieuwe versie publiceren"), PUBLISH, publish_rules, form=ChangesForm),
    WITHDRAW,
)
