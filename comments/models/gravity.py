"""What a report can say is against the law, and how grave that is."""

from typing import Final

from django.db import models
from django.db.models import Case, Value, When
from django.utils.translation import gettext_lazy as _


class Category(models.TextChoices):
    """A selection of the categories of the Commission's transparency database."""

    SPEECH = "illegal_speech", _("haat, discriminatie of smaad")
    HARASSMENT = "harassment", _("intimidatie of pesten")
    VIOLENCE = "violence", _("bedreiging of oproep tot geweld")
    PRIVACY = "privacy", _("privacy of persoonsgegevens")
    COPYRIGHT = "copyright", _("auteursrecht")
    FRAUD = "fraud", _("oplichting")
    MINORS = "minors", _("seksueel misbruik van kinderen")
    OTHER = "other", _("iets anders")


#: The gravest first, and what is against no law last.
SEVERITY: Final = (
    Category.MINORS,
    Category.VIOLENCE,
    Category.SPEECH,
    Category.HARASSMENT,
    Category.PRIVACY,
    Category.FRAUD,
    Category.COPYRIGHT,
    Category.OTHER,
)


def urgency() -> Case:
    """How grave what was reported is, 0 for the gravest."""
    ranks = [When(category=one, then=Value(rank)) for rank, one in enumerate(SEVERITY)]
    return Case(*ranks, default=Value(len(SEVERITY)), output_field=models.SmallIntegerField())
