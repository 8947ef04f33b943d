"""A writer opens the link from the mail and does what there is to do: in a browser as it is."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from comments.links import token_of
from comments.models import Writer
from tests.browser.conftest import Visit
from tests.conftest import React


@pytest.mark.parametrize("javascript", [True, False])
def test_confirming(visit: Visit, react: React, javascript: bool) -> None:
    react()
    writer = Writer.objects.of("rik@voorbeeld.nl")
    page = visit(reverse("comments:mine", args=[token_of(writer)]), javascript=javascript)
    page.get_by_role("button", name="Bevestig uw e-mailadres").click()
    expect(page.get_by_role("status")).to_contain_text("Uw e-mailadres is bevestigd.")
