"""Discussions of before there were pages get theirs."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from comments.models.paging import pack, starts_of

#: What a policy begins with.
SIZE = 50


def arrange(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    discussion, comment = (apps.get_model("comments", name) for name in ("Discussion", "Comment"))
    policy = apps.get_model("comments", "Policy").objects.first()
    size = policy.page_size if policy else SIZE
    for long in discussion.objects.filter(published_count__gt=size):
        seen = comment.objects.filter(discussion=long, state="published").order_by("path")
        long.page_starts = starts_of(pack(seen.values_list("path", flat=True), size))
        long.save(update_fields=["page_starts"])


class Migration(migrations.Migration):
    dependencies = [("comments", "0006_writer_lets_go")]

    operations = [migrations.RunPython(arrange, migrations.RunPython.noop)]
