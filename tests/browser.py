"""A headless Chromium for the tests of the pages, and the pictures in the docs (page.png, report.png):

    python -m tests.browser docs

Needs selenium (extra ``test``) and Debian's packages chromium and chromium-driver.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from attribution import cli

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
MISSING = None if CHROMIUM and DRIVER else "needs chromium and chromedriver (Debian: chromium, chromium-driver)"
_CORPUS = Path(__file__).resolve().parents[1] / "corpus"
_QUIET = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --hide-scrollbars --disable-dev-shm-usage --force-prefers-reduced-motion"
)


@contextmanager
def open_browser(width: int = 1200, height: int = 800) -> Iterator[Any]:
    """A driver of a browser without profile, screen or network; it keeps a log of the console."""
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    with tempfile.TemporaryDirectory() as profile:
        options = webdriver.ChromeOptions()
        options.binary_location = str(CHROMIUM)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        for flag in (*_QUIET.split(), f"--user-data-dir={profile}", f"--window-size={width},{height}"):
            options.add_argument(flag)
        driver = webdriver.Chrome(options=options, service=Service(str(DRIVER)))
        try:
            yield driver
        finally:
            driver.quit()


def barriers(driver: Any) -> list[str]:
    """What the checker of accessibility axe-core (extra ``test``) has to say against the page that is shown."""
    from axe_core_python.selenium import Axe

    found = Axe().run(driver)["violations"]
    return [f"{rule['id']}: {rule['help']}: {rule['nodes'][0]['html'][:200]}" for rule in found]


def resize(driver: Any, width: int, height: int = 800) -> None:
    """The inner size of the window, also below the least that a real window has."""
    size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)


def emulate(driver: Any, scheme: str = "light", media: str = "screen") -> None:
    """Light or dark, on the screen or in print."""
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": features})


def main(docs: str) -> None:
    """Write the pictures: the sample's page, with the card of its last cue, and the report on the corpus."""
    with open_browser() as driver, tempfile.TemporaryDirectory() as folder:
        for command, source, name, height in (
            ("view", "sample.txt", "page", 700), ("report", "articles.jsonl", "report", 640)
        ):  # fmt: skip
            page = Path(folder) / f"{name}.html"
            cli.main([command, str(_CORPUS / source), "-o", str(page)])
            resize(driver, 1080, height)
            driver.get(page.as_uri())
            driver.execute_script("document.querySelector('#d1c6 .n')?.focus({preventScroll: true})")
            driver.save_screenshot(str(Path(docs) / f"{name}.png"))


if __name__ == "__main__":
    main(*sys.argv[1:])
