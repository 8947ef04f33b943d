import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("comments", "0003_conversation")]

    operations = [
        migrations.AddField(
            model_name="policy",
            name="hold_first",
            field=models.BooleanField(
                default=False,
                help_text="Een adres dat in deze browser niet is bevestigd, telt als nieuw: iedereen kan het typen.",
                verbose_name="eerste reactie vasthouden",
            ),
        ),
        migrations.AddField(
            model_name="policy",
            name="hold_unconfirmed",
            field=models.BooleanField(
                default=False,
                verbose_name="vasthouden zolang het e-mailadres niet is bevestigd",
            ),
        ),
        migrations.AlterField(
            model_name="policy",
            name="keeps_hours",
            field=models.BooleanField(
                default=False,
                help_text="Erbuiten wachten alle reacties, en lezers zien wanneer u weer leest.",
                verbose_name="houdt openingstijden aan",
            ),
        ),
        migrations.AlterField(
            model_name="policy",
            name="refused_percent",
            field=models.PositiveSmallIntegerField(
                blank=True,
                default=30,
                help_text="Van wat er de laatste zeven dagen van deze schrijver is beoordeeld.",
                null=True,
                validators=[
                    django.core.validators.MinValueValidator(1),
                    django.core.validators.MaxValueValidator(100),
                ],
                verbose_name="vasthouden vanaf (procent afgewezen)",
            ),
        ),
    ]
