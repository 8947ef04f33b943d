from articles.models.article import Article, Authorship
from articles.models.blocks import BLOCKS, Block, ImageBlock, PullQuote, TextBlock, Tip
from articles.models.people import Author
from articles.models.series import Series

__all__ = [
    "BLOCKS",
    "Article",
    "Author",
    "Authorship",
    "Block",
    "ImageBlock",
    "PullQuote",
    "Series",
    "TextBlock",
    "Tip",
]
