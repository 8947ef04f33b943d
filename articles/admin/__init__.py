from articles.admin.article import ArticleAdmin
from articles.admin.people import AuthorAdmin
from articles.admin.subjects import SeriesAdmin, TopicAdmin

__all__ = ["ArticleAdmin", "AuthorAdmin", "SeriesAdmin", "TopicAdmin"]
