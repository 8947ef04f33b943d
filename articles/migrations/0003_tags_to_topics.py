from django.db import migrations


def to_topics(apps, schema_editor):
    """Every tag of an article becomes a topic, under the same name and address."""
    tagged, topics = apps.get_model("taggit", "TaggedItem"), apps.get_model("articles", "Topic")
    links = apps.get_model("articles", "ArticleTopic")
    mine = {"content_type__app_label": "articles", "content_type__model": "article"}
    for item in tagged.objects.filter(**mine).select_related("tag").order_by("pk"):
        topic, _ = topics.objects.get_or_create(
            name=item.tag.name, defaults={"slug": item.tag.slug}
        )
        links.objects.get_or_create(tag=topic, content_object_id=item.object_id)


def to_tags(apps, schema_editor):
    tagged, tags = apps.get_model("taggit", "TaggedItem"), apps.get_model("taggit", "Tag")
    links = apps.get_model("articles", "ArticleTopic")
    kinds = apps.get_model("contenttypes", "ContentType")
    article, _ = kinds.objects.get_or_create(app_label="articles", model="article")
    for link in links.objects.select_related("tag").order_by("pk"):
        tag, _ = tags.objects.get_or_create(name=link.tag.name, defaults={"slug": link.tag.slug})
        same = {"tag_id": tag.pk, "object_id": link.content_object_id}
        tagged.objects.get_or_create(content_type_id=article.pk, **same)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0002_topics"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(to_topics, to_tags)]
