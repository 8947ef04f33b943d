from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from django_tasks_db import DatabaseBackend
from django_tasks_db.models import DBTaskResult

from delivery.queue import Queue
from mailing.tasks import send

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("later", [None, timedelta(hours=1)])
def test_a_task_is_put_into_it_as_the_library_does(later: timedelta | None) -> None:
    task: Any = send.using(run_after=timezone.now() + later) if later else send
    task = task.using(priority=7)
    backends: list[Any] = [Queue("default", {}), DatabaseBackend("default", {})]
    results = [one.enqueue(task, (12,), {"why": "ü"}) for one in backends]
    ours, theirs = (DBTaskResult.objects.get(pk=one.id) for one in results)
    differ = {"_state", "id", "enqueued_at"}
    rows = [{k: v for k, v in vars(one).items() if k not in differ} for one in (ours, theirs)]
    assert rows[0] == rows[1]
    assert abs(ours.enqueued_at - theirs.enqueued_at) < timedelta(minutes=1)
    assert results[0].status == results[1].status == "READY"
    assert (results[0].args, results[0].kwargs) == ([12], {"why": "ü"})
