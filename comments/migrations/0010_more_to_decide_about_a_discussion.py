from django.db import migrations, models

VERBS = [
    ("judge", "beoordeeld door de regels"),
    ("approve", "goedgekeurd"),
    ("refuse", "afgewezen"),
    ("spam", "als spam gemerkt"),
    ("remove", "verwijderd"),
    ("withdraw", "ingetrokken"),
    ("restore", "teruggezet"),
    ("undo", "ongedaan gemaakt"),
    ("feature", "uitgelicht"),
    ("unfeature", "niet meer uitgelicht"),
    ("read", "gelezen"),
    ("correct", "gecorrigeerd door de schrijver"),
    ("anonymise", "anoniem gemaakt"),
    ("erase", "gewist"),
    ("redact", "deels weggehaald"),
    ("adopt", "overgenomen als tip"),
    ("close", "gesloten"),
    ("open", "geopend"),
    ("hide", "verborgen"),
    ("slow", "vertraagd"),
    ("mode", "anders gemodereerd"),
    ("reword", "slotbericht gewijzigd"),
]


class Migration(migrations.Migration):
    dependencies = [("comments", "0009_notice_moves")]

    operations = [
        migrations.AlterField(
            model_name="decision",
            name="verb",
            field=models.CharField("wat", blank=True, choices=VERBS, max_length=12),
        ),
    ]
