"""Sending, by a worker: once the transaction is over, and never twice."""

from django.tasks import task

from mailing.delivering import deliver
from mailing.models import Mail


@task
def send(pk: int) -> None:
    deliver(pk)
    again = Mail.objects.again_at(pk)
    if again and send.get_backend().supports_defer:
        send.using(run_after=again).enqueue(pk)
