from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0010_proofs")]

    operations = [
        migrations.RemoveIndex(model_name="article", name="article_newest"),
        migrations.RemoveIndex(model_name="article", name="article_featured"),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                fields=["-published_at", "state", "expires_at", "series"], name="article_newest"
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                condition=models.Q(("featured_at__isnull", False)),
                fields=["-featured_at"],
                name="article_featured",
            ),
        ),
    ]
