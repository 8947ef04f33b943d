from django.utils.safestring import SafeString

from markup.sentences import filled


def test_a_sentence_keeps_its_own_markup_and_the_values_are_text() -> None:
    said = filled('Zie <a href="%(address)s">%(name)s</a>.', address='/?a="b"', name="<b>Rik</b>")
    assert said == 'Zie <a href="/?a=&quot;b&quot;">&lt;b&gt;Rik&lt;/b&gt;</a>.'
    assert isinstance(said, SafeString)


def test_a_value_that_is_safe_is_not_escaped_twice() -> None:
    assert filled("%(mark)s", mark=SafeString("<mark>wij</mark>")) == "<mark>wij</mark>"
