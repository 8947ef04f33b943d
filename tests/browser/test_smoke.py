def test_page(client, article, react):
    a = react()
    b = react("x y z", to=a)
    r = client.get(article.get_absolute_url())
    assert r.status_code == 200
    assert "2 reacties" in r.text


def test_b(visit, article, transactional_db):
    page = visit(article.get_absolute_url())
    assert page.locator("h1").inner_text() == "Aan de balie"
