"""Who posts has their process to themselves, and keeps nobody else waiting."""

from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as TookLong
from contextlib import closing
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client

from comments.models import Comment
from comments.posting import FORM
from delivery.turns import one_at_a_time
from tests.conftest import first_visit


def post(form: str, data: dict[str, str]) -> int:
    with closing(connection):
        return Client().post(form, data).status_code


@pytest.fixture
def pool() -> Any:
    with ThreadPoolExecutor(1) as pool:
        yield pool


@pytest.mark.sqlite
@pytest.mark.django_db(transaction=True)
def test_another_waits_and_readers_read_on(
    client: Client, form: str, form_data: dict[str, str], pool: ThreadPoolExecutor
) -> None:
    first_visit()
    assert form.endswith(FORM)
    with one_at_a_time():
        posting: Future[int] = pool.submit(post, form, form_data)
        with pytest.raises(TookLong):
            posting.result(timeout=0.5)
        assert client.get(form).status_code == 200
        assert not Comment.objects.exists()
    assert posting.result(timeout=60) == 302
    assert Comment.objects.get().body == form_data["body"]


@pytest.mark.sqlite
@pytest.mark.django_db(transaction=True)
def test_where_others_are_asked_nobody_waits_for_them(
    settings: Any, form: str, form_data: dict[str, str], pool: ThreadPoolExecutor
) -> None:
    first_visit()
    settings.CHECKER_URL = "https://nergens.example/"  # no origin of ours, so it is not asked
    with one_at_a_time():
        assert pool.submit(post, form, form_data).result(timeout=60) == 302


class Line:
    """What comes over a line that breaks."""

    def read(self, *_: int) -> bytes:
        raise OSError("gone")

    readline = read


@pytest.mark.django_db
def test_a_line_that_breaks_is_an_error_of_nobody(form: str) -> None:
    broken: dict[str, Any] = {"wsgi.input": Line(), "CONTENT_LENGTH": "12"}
    answer = Client(enforce_csrf_checks=True).post(form, **broken)
    assert answer.status_code == 403
    assert not Comment.objects.exists()


@pytest.mark.django_db
def test_what_is_too_large_is_refused_with_the_headers_of_every_page(
    client: Client, form: str, form_data: dict[str, str]
) -> None:
    most = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    answer = client.post(form, form_data | {"body": "x" * most})
    assert answer.status_code == 413
    assert answer.headers["Content-Security-Policy"]
    assert not Comment.objects.exists()
