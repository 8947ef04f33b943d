"""gunicorn finds this by itself. platform/ is a source root: see manage.py."""

pythonpath = "platform"
wsgi_app = "config.wsgi"
workers = 2
timeout = 120  # seconds: an article that is saved with ten new photos makes sixty files
