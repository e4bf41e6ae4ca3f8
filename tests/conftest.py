"""What pytest is not to import: the fuzzer, which needs atheris and instruments every module that comes after it."""

collect_ignore = ["fuzz.py"]
