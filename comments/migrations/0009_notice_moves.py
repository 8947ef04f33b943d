import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("comments", "0008_featured_reactions"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="NoticeMove",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="op")),
                ("from_state", models.CharField(blank=True, max_length=10, verbose_name="van")),
                ("to_state", models.CharField(max_length=10, verbose_name="naar")),
                (
                    "text",
                    models.TextField(blank=True, verbose_name="wat de melder te lezen kreeg"),
                ),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        help_text="Leeg: de melder, de schrijver van de reactie, of een regel.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="door",
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="comments.decision",
                        verbose_name="besluit over de reactie",
                    ),
                ),
                (
                    "notice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="moves",
                        to="comments.notice",
                        verbose_name="melding",
                    ),
                ),
            ],
            options={
                "verbose_name": "stap",
                "verbose_name_plural": "stappen",
                "ordering": ["-at", "-pk"],
            },
        ),
    ]
