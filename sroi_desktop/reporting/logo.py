"""The company's logo on paper: any readable PNG or JPEG, small, in RGB."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, UnidentifiedImageError
from reportlab.lib.utils import ImageReader

from sroi_desktop.reporting.tagging import Figure, TaggedCanvas

MOST_PIXELS = 40_000_000  # larger is a mistake, or an attempt to fill the memory
PIXELS = 900  # of the longest side, enough for print at this size
FORMATS = ("PNG", "JPEG")


def logo(content: bytes | None, *, width: float, height: float, alternative: str) -> Figure | None:
    """Return the logo scaled into a box, or None where there is none that can be read.

    Args:
        content: a PNG or JPEG file.
        width: of the box, points.
        height: of the box, points.
        alternative: the text that stands for it.
    """
    picture = _read(content) if content else None
    if picture is None:
        return None
    scale = min(width / picture.width, height / picture.height)
    wide, high = picture.width * scale, picture.height * scale
    image = ImageReader(picture)

    def paint(canvas: TaggedCanvas) -> None:
        canvas.drawImage(image, 0, 0, wide, high, mask="auto")

    return Figure(wide, high, alternative=alternative, paint=paint)


def _read(content: bytes) -> Image.Image | None:
    try:
        with Image.open(BytesIO(content), formats=FORMATS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                return None
            picture.thumbnail((PIXELS, PIXELS))
            return picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError):
        return None
