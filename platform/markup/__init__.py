"""What untrusted text may become: the only importer of bleach, nh3 and markdown-it."""
