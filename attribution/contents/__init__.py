"""What is reported: where the words begin and end, and whether they are direct, indirect or mixed.

    quotations     the marked words of one document, and whose they are
    joints         the places where a content may end, and what stands there
    reports        endings by another report, a source, the frame of the reporting
    endings        where a reported clause or noun phrase ends: the named rules in order
    openings       what stands before a clause and is no part of it: datelines, the writer's formulas
    reader         one construction of a complement after the other

Ranges are half-open offsets of the view.
"""

from attribution.contents.reader import Content, ContentReader

__all__ = ["Content", "ContentReader"]
