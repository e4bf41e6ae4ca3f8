"""The garbage collector at rest while one text is read.

What the stages build is freed as soon as nobody holds it, so that a collector finds next to nothing; but it would go
through all of it time and again, which made long documents dearer by the character.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Result = TypeVar("Result")


def without_collector(function: Callable[Given, Result], *given: Given.args, **named: Given.kwargs) -> Result:
    """``function`` of what is given, the collector switched off meanwhile if it was on.

    It is one for all threads: where several read at once, the first that ends switches it on again.
    """
    if not gc.isenabled():
        return function(*given, **named)
    gc.disable()
    try:
        return function(*given, **named)
    finally:
        gc.enable()
