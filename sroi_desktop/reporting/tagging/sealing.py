r"""Line ends behind streams that nobody can misread.

qpdf writes a line feed between a stream's data and `endstream`. Behind data that happens to end
in a carriage return (one compressed stream in 256) the two look like one line end, and a
validator that counts back from there takes the stream's length for wrong (ISO 19005-3, 6.1.7.1).
"""

from __future__ import annotations

import re

_STREAM_END = re.compile(rb"\r\nendstream\n")
_DICTIONARY = b" obj\n<< "
_SPACE = len(_DICTIONARY) - 1


def seal_streams(saved: bytes) -> bytes:
    r"""Return the file with `\r\n` behind the data of such streams, so that one `\r` is data.

    The byte this takes is the space after the `<<` of the stream's own dictionary, as qpdf writes
    it: all else stays where the cross-reference table says it is.
    """
    sealed = bytearray(saved)
    for end in _STREAM_END.finditer(saved):
        after_data = end.start() + 1
        space = saved.rindex(_DICTIONARY, 0, after_data) + _SPACE
        sealed[space:after_data] = saved[space + 1 : after_data] + b"\r"
    return bytes(sealed)
