from django.db import models


class Edition(models.Model):
    """Which edition a name is at: another value after each change to what it stands for.

    Written by triggers of the database only (see triggers.py), in the transaction of the change.
    The value says nothing by itself; it is never one that it was before.
    """

    name = models.CharField(primary_key=True, max_length=255)
    number = models.BigIntegerField()

    def __str__(self) -> str:
        return f"{self.name}: {self.number}"
