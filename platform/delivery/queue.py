"""The queue of tasks in the database, with each of them put into it by a statement that is written
once: a reader who posts waits for it.
"""

from typing import Any, override

from django.tasks.base import Task
from django.tasks.signals import task_enqueued
from django.utils.json import normalize_json
from django_tasks_db.backend import DatabaseBackend, TaskResult

from delivery.storing import store


class Queue(DatabaseBackend):
    @override
    def enqueue(self, task: Task[Any, Any], args: Any, kwargs: Any) -> TaskResult[Any, Any]:
        from django_tasks_db.models import DBTaskResult, get_date_max  # noqa: PLC0415 - a model

        self.validate_task(task)
        row: Any = DBTaskResult(
            args_kwargs=normalize_json({"args": args, "kwargs": kwargs}),
            priority=task.priority,
            task_path=task.module_path,
            queue_name=task.queue_name,
            run_after=task.run_after or get_date_max(),
            backend_name=self.alias,
        )
        store(row)
        result: TaskResult[Any, Any] = row.task_result
        task_enqueued.send(type(self), task_result=result)
        return result
