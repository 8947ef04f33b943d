from comments.models.comment import Comment
from comments.models.decision import Decision
from comments.models.discussion import Discussion
from comments.models.policy import Policy

__all__ = ["Comment", "Decision", "Discussion", "Policy"]
