"""What pytest is not to import: the fuzzer, which needs atheris and instruments every module that comes after it, and
the driver of the mutants."""

collect_ignore = ["fuzz.py", "mutants.py"]
