import taggit.managers
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("articles", "0003_tags_to_topics")]

    operations = [
        migrations.RemoveField(
            model_name="article",
            name="tags",
        ),
        migrations.AddField(
            model_name="article",
            name="tags",
            field=taggit.managers.TaggableManager(
                blank=True,
                help_text="Zonder hekje, met komma’s ertussen.",
                through="articles.ArticleTopic",
                to="articles.Topic",
                verbose_name="onderwerpen",
            ),
        ),
    ]
