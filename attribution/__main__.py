"""`python -m attribution`."""

from attribution.cli import command

if __name__ == "__main__":
    command()
