from django.apps import AppConfig


class BenchConfig(AppConfig):
    """A big magazine, to measure with: `BENCH=1 manage.py bench_load`."""

    name = "bench"
