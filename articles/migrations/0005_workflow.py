import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0004_tags_through_topics"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="article",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "concept"),
                    ("review", "ter beoordeling"),
                    ("published", "gepubliceerd"),
                    ("withdrawn", "ingetrokken"),
                ],
                default="draft",
                editable=False,
                max_length=10,
                verbose_name="staat",
            ),
        ),
        migrations.AddField(
            model_name="article",
            name="expires_at",
            field=models.DateTimeField(
                blank=True, editable=False, null=True, verbose_name="zichtbaar tot"
            ),
        ),
        migrations.AddField(
            model_name="article",
            name="featured_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="uitgelicht op"),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(fields=["-featured_at"], name="article_featured"),
        ),
        migrations.CreateModel(
            name="Event",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="op")),
                (
                    "verb",
                    models.CharField(
                        choices=[
                            ("submitted", "ter beoordeling gegeven"),
                            ("returned", "teruggegeven"),
                            ("scheduled", "gepland"),
                            ("published", "gepubliceerd"),
                            ("withdrawn", "ingetrokken"),
                            ("revised", "weer in bewerking genomen"),
                            ("featured", "uitgelicht op de voorpagina"),
                            ("unfeatured", "niet meer uitgelicht"),
                            ("corrected", "correctie geplaatst"),
                            ("restored", "eerdere versie teruggezet"),
                            ("shared", "link om te proeflezen gemaakt"),
                            ("unshared", "link om te proeflezen ingetrokken"),
                            ("remarked", "opmerking ontvangen"),
                            ("agreed", "akkoord op citaat ontvangen"),
                            ("reworded", "andere woorden voor citaat voorgesteld"),
                        ],
                        max_length=12,
                        verbose_name="wat",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="toelichting")),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="events",
                        to="articles.article",
                        verbose_name="artikel",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        help_text="Leeg: iemand zonder account, of een import.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="door",
                    ),
                ),
            ],
            options={
                "verbose_name": "gebeurtenis",
                "verbose_name_plural": "gebeurtenissen",
                "ordering": ["-at", "-pk"],
            },
        ),
    ]
