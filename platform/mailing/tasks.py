"""Sending, by a worker: once the transaction is over, and never twice."""

from django.core.mail import EmailMultiAlternatives
from django.tasks import task
from django.utils import timezone

from mailing.models import Mail


@task
def send(pk: int) -> None:
    now = timezone.now()
    if not Mail.objects.filter(pk=pk, claimed_at=None).update(claimed_at=now):
        return
    mail = Mail.objects.get(pk=pk)
    message = EmailMultiAlternatives(mail.subject, mail.text, to=[mail.to])
    message.attach_alternative(mail.html, "text/html")
    message.send()
    mail.sent_at = timezone.now()
    mail.save(update_fields=["sent_at"])
