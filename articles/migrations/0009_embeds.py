import django.db.models.deletion
from django.db import migrations, models

import articles.models.picture


class Migration(migrations.Migration):
    dependencies = [("articles", "0008_corrections")]

    operations = [
        migrations.CreateModel(
            name="EmbedBlock",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("region", models.CharField(max_length=255)),
                ("ordering", models.IntegerField(default=0)),
                (
                    "address",
                    models.URLField(
                        help_text="Waar lezers de video of het bericht vinden.",
                        max_length=500,
                        verbose_name="adres",
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="titel")),
                (
                    "image",
                    models.ImageField(
                        blank=True,
                        height_field="image_height",
                        help_text="Een eigen beeld, dat er staat tot de lezer klikt.",
                        upload_to=articles.models.picture.random_name,
                        verbose_name="afbeelding",
                        width_field="image_width",
                    ),
                ),
                (
                    "transcript",
                    models.TextField(
                        blank=True,
                        help_text="Wat er gezegd wordt en te zien is, voor wie niet kan kijken of luisteren.",
                        verbose_name="uitgeschreven tekst",
                    ),
                ),
                ("image_width", models.PositiveIntegerField(blank=True, editable=False, null=True)),
                (
                    "image_height",
                    models.PositiveIntegerField(blank=True, editable=False, null=True),
                ),
                ("image_ppoi", models.CharField(default="0.5x0.5", max_length=20)),
                (
                    "parent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(app_label)s_%(class)s_set",
                        to="articles.article",
                    ),
                ),
            ],
            options={
                "verbose_name": "video of bericht",
                "verbose_name_plural": "video’s en berichten",
                "ordering": ["ordering"],
            },
        ),
    ]
