from typing import Any

from django import template
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.utils.safestring import SafeString

from delivery.memory import remembered as remember

register = template.Library()


@register.tag
def remembered(parser: Parser, token: Token) -> "RememberedNode":
    """{% remembered "name" what it varies by %} … {% endremembered %}: see delivery/memory.py."""
    _tag, *told = token.split_contents()
    within = parser.parse(("endremembered",))
    parser.delete_first_token()
    return RememberedNode(within, [parser.compile_filter(one) for one in told])


class RememberedNode(template.Node):
    def __init__(self, nodelist: NodeList, told: list[FilterExpression]) -> None:
        self.nodelist, self.told = nodelist, told

    def render(self, context: Any) -> SafeString:
        key = ("html", *(str(one.resolve(context)) for one in self.told))
        return remember(key, lambda: self.nodelist.render(context))
