from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0006_translations_and_length")]

    operations = [
        migrations.CreateModel(
            name="FormerSlug",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=20)),
                ("slug", models.SlugField(max_length=160)),
                ("object_id", models.PositiveBigIntegerField()),
            ],
            options={
                "verbose_name": "vroeger adres",
                "verbose_name_plural": "vroegere adressen",
                "constraints": [
                    models.UniqueConstraint(fields=("kind", "slug"), name="former_slug_once")
                ],
            },
        ),
    ]
