import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import articles.models.proof


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0009_embeds"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ProofLink",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "reader",
                    models.CharField(
                        help_text="De naam van wie deze link krijgt.",
                        max_length=120,
                        verbose_name="voor wie",
                    ),
                ),
                (
                    "made_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="gemaakt op"
                    ),
                ),
                (
                    "expires_at",
                    models.DateTimeField(
                        default=articles.models.proof.end_of_validity, verbose_name="geldig tot"
                    ),
                ),
                (
                    "withdrawn_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op"),
                ),
                ("seen_at", models.DateTimeField(blank=True, null=True, verbose_name="geopend op")),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="proof_links",
                        to="articles.article",
                        verbose_name="artikel",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="gemaakt door",
                    ),
                ),
            ],
            options={
                "verbose_name": "link om te proeflezen",
                "verbose_name_plural": "links om te proeflezen",
                "ordering": ["-made_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="QuoteRequest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "words",
                    models.TextField(
                        help_text="Het citaat zoals het was toen het werd voorgelegd.",
                        verbose_name="woorden",
                    ),
                ),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("asked", "gevraagd"),
                            ("agreed", "akkoord"),
                            ("reworded", "andere woorden voorgesteld"),
                        ],
                        default="asked",
                        max_length=10,
                        verbose_name="antwoord",
                    ),
                ),
                ("proposal", models.TextField(blank=True, verbose_name="voorgestelde woorden")),
                (
                    "answered_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="beantwoord op"),
                ),
                (
                    "link",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="quotes",
                        to="articles.prooflink",
                        verbose_name="link",
                    ),
                ),
                (
                    "quote",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="requests",
                        to="articles.pullquote",
                        verbose_name="citaat",
                    ),
                ),
            ],
            options={
                "verbose_name": "voorgelegd citaat",
                "verbose_name_plural": "voorgelegde citaten",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Remark",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="op")),
                ("text", models.TextField(verbose_name="opmerking")),
                (
                    "link",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="remarks",
                        to="articles.prooflink",
                        verbose_name="link",
                    ),
                ),
            ],
            options={
                "verbose_name": "opmerking",
                "verbose_name_plural": "opmerkingen",
                "ordering": ["at", "pk"],
            },
        ),
        migrations.AddConstraint(
            model_name="quoterequest",
            constraint=models.UniqueConstraint(fields=("link", "quote"), name="quote_request_once"),
        ),
    ]
