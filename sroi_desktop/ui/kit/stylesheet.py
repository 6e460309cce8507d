"""The one stylesheet, built from a look: text, surfaces, buttons and fields.

Tables, scroll bars, tabs, menus and other standard widgets are in `stylesheet_items`.
Widgets are told apart by class and by the dynamic properties `kind`, `textRole`, `tone`,
`surface` and `invalid`. Sizes follow the text, so that nothing is cut off when it grows.
"""

from __future__ import annotations

from sroi_desktop.ui.kit.look import TEXT_ROLES, Look
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.stylesheet_images import StyleImages
from sroi_desktop.ui.kit.stylesheet_items import items_rules


def stylesheet(look: Look, images: StyleImages) -> str:
    """Return the whole stylesheet for that look; `images` are the drawn arrows and marks."""
    parts = (
        _texts(look),
        _surfaces(look),
        _buttons(look),
        _button_kinds(look),
        _fields(look),
        _combo_boxes(look, images),
        _choices(look, images),
        items_rules(look, images),
    )
    return "\n".join(parts)


def _texts(look: Look) -> str:
    colours = look.palette
    roles = "\n".join(
        f'QLabel[textRole="{role}"] {{ font-size: {look.pixels(role)}px;'
        f" font-weight: {look.weight(role)}; }}"
        for role in TEXT_ROLES
    )
    tones = "\n".join(
        f'QLabel[tone="{tone.value}"] {{ color: {colours.foreground(tone)}; }}' for tone in Tone
    )
    return f"""
QLabel {{ color: {colours.text}; background: transparent; }}
{roles}
{tones}
QLabel:disabled {{ color: {colours.disabled}; }}
QToolTip {{ color: {colours.text}; background: {colours.card};
    border: 1px solid {colours.edge}; padding: 6px 8px; font-size: {look.pixels("small")}px; }}
"""


def _surfaces(look: Look) -> str:
    colours = look.palette
    softs = "\n".join(
        f'QFrame[surface="{tone.value}"] {{ background: {colours.soft(tone)};'
        f" border: 1px solid {colours.outline(tone)}; border-radius: 10px; }}"
        for tone in Tone
    )
    return f"""
QMainWindow, QDialog, QWidget[surface="page"] {{ background: {colours.background}; }}
QFrame[surface="card"] {{ background: {colours.card}; border: 1px solid {colours.border};
    border-radius: 10px; }}
{softs}
QFrame[floating="true"] {{ border-color: {colours.edge}; }}
QFrame[surface="plain"] {{ background: transparent; border: none; }}
QFrame[surface="side"] {{ background: {colours.navigation}; border: none;
    border-left: 1px solid {colours.border}; }}
QFrame[surface="navigation"] {{ background: {colours.navigation}; border: none;
    border-right: 1px solid {colours.border}; }}
QFrame[surface="line"] {{ background: {colours.line}; border: none; }}
QScrollArea {{ background: transparent; border: none; }}
QScrollArea > QWidget > QWidget[surface="scrolled"] {{ background: transparent; }}
"""


def _buttons(look: Look) -> str:
    colours = look.palette
    return f"""
QPushButton {{ color: {colours.text}; background: {colours.card};
    border: 1px solid {colours.border}; border-radius: 7px;
    min-height: {look.em(2.43)}px; padding: 0 {look.em(1)}px; font-weight: 600;
    outline: none; }}
QPushButton:hover {{ background: {colours.hover}; }}
QPushButton:pressed {{ background: {colours.track}; }}
QPushButton:focus {{ border: 2px solid {colours.accent}; padding: 0 {look.em(1) - 1}px;
    min-height: {look.em(2.43) - 2}px; }}
QPushButton:disabled {{ color: {colours.disabled}; background: {colours.background}; }}
QToolButton {{ color: {colours.text}; background: transparent; border: 1px solid transparent;
    border-radius: 7px; padding: {look.em(0.36)}px; outline: none; }}
QToolButton:hover {{ background: {colours.hover}; }}
QToolButton:pressed, QToolButton:checked {{ background: {colours.track}; }}
QToolButton:focus {{ border: 2px solid {colours.accent}; padding: {look.em(0.36) - 1}px; }}
QToolButton::menu-indicator {{ image: none; width: 0; }}
QPushButton::menu-indicator {{ image: none; width: 0; }}
"""


def _button_kinds(look: Look) -> str:
    colours = look.palette
    return f"""
QPushButton[kind="primary"] {{ color: {colours.on_accent}; background: {colours.accent};
    border-color: {colours.accent}; }}
QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:pressed {{
    background: {colours.accent_hover}; border-color: {colours.accent_hover}; }}
QPushButton[kind="primary"]:focus {{ border: 2px solid {colours.text}; }}
QPushButton[kind="primary"]:disabled {{ color: {colours.muted}; background: {colours.track};
    border-color: {colours.track}; }}
QPushButton[kind="danger"] {{ color: {colours.danger}; border-color: {colours.danger}; }}
QPushButton[kind="danger"]:hover, QPushButton[kind="danger"]:pressed {{
    color: {colours.on_danger}; background: {colours.danger}; }}
QPushButton[kind="danger"]:focus {{ border: 2px solid {colours.danger}; }}
QPushButton[kind="quiet"] {{ background: transparent; border-color: transparent; }}
QPushButton[kind="quiet"]:hover {{ background: {colours.hover}; }}
QPushButton[kind="quiet"]:focus {{ border: 2px solid {colours.accent}; }}
QPushButton[kind="link"] {{ color: {colours.accent}; background: transparent; border: none;
    border-radius: 4px; min-height: {look.em(1.5)}px; padding: 0 2px; text-align: left; }}
QPushButton[kind="link"]:hover {{ color: {colours.accent_hover}; text-decoration: underline; }}
QPushButton[kind="link"]:focus {{ border: 2px solid {colours.accent}; padding: 0;
    min-height: {look.em(1.5) - 4}px; }}
QPushButton[kind="link"]:disabled {{ color: {colours.disabled}; }}
QPushButton[kind="link"][quiet="true"] {{ color: {colours.muted}; font-weight: 500;
    font-size: {look.pixels("small")}px; }}
QPushButton[kind="link"][small="true"] {{ font-size: {look.pixels("hint")}px;
    min-height: {look.em(1.15)}px; }}
QPushButton[kind="link"][small="true"]:focus {{ min-height: {look.em(1.15) - 4}px; }}
"""


def _fields(look: Look) -> str:
    colours = look.palette
    editors = "QLineEdit, QPlainTextEdit, QTextEdit"
    return f"""
{editors} {{ color: {colours.text}; background: {colours.card};
    placeholder-text-color: {colours.muted};
    border: 1px solid {colours.edge}; border-radius: 6px;
    selection-background-color: {colours.accent}; selection-color: {colours.on_accent}; }}
QLineEdit {{ min-height: {look.em(2.43)}px; padding: 0 {look.em(0.7) - 2}px; }}
QPlainTextEdit, QTextEdit {{ padding: {look.em(0.4)}px {look.em(0.43)}px; }}
QLineEdit:focus {{ border: 2px solid {colours.accent}; min-height: {look.em(2.43) - 2}px;
    padding: 0 {look.em(0.7) - 3}px; }}
QPlainTextEdit:focus, QTextEdit:focus {{ border: 2px solid {colours.accent};
    padding: {look.em(0.4) - 1}px {look.em(0.43) - 1}px; }}
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"], QComboBox[invalid="true"] {{
    border-color: {colours.danger}; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled {{ color: {colours.disabled};
    background: {colours.background}; border-color: {colours.line}; }}
QLineEdit:read-only {{ background: {colours.background}; border-color: {colours.line}; }}
QLineEdit QToolButton {{ padding: 0; border: none; }}
"""


def _combo_boxes(look: Look, images: StyleImages) -> str:
    colours = look.palette
    return f"""
QComboBox {{ color: {colours.text}; background: {colours.card};
    border: 1px solid {colours.edge}; border-radius: 6px;
    min-height: {look.em(2.43)}px; padding: 0 {look.em(0.7)}px; }}
QComboBox:focus, QComboBox:on {{ border: 2px solid {colours.accent};
    min-height: {look.em(2.43) - 2}px; padding: 0 {look.em(0.7) - 1}px; }}
QComboBox:disabled {{ color: {colours.disabled}; background: {colours.background};
    border-color: {colours.line}; }}
QComboBox::drop-down {{ border: none; width: {look.em(2)}px; }}
QComboBox::down-arrow {{ image: url({images.url("chevron-down", "muted")});
    width: {look.em(1.15)}px; height: {look.em(1.15)}px; }}
QComboBox QLineEdit, QComboBox QLineEdit:focus {{ border: none; background: transparent;
    padding: 0; min-height: {look.em(1.5)}px; }}
QComboBox QAbstractItemView, QAbstractItemView[kind="suggestions"] {{
    color: {colours.text}; background: {colours.card};
    border: 1px solid {colours.edge}; outline: none; padding: 4px;
    selection-background-color: {colours.accent_soft}; selection-color: {colours.text}; }}
QComboBox QAbstractItemView::item, QAbstractItemView[kind="suggestions"]::item {{
    min-height: {look.em(2)}px; padding: 0 {look.em(0.5)}px; border-radius: 5px; }}
QComboBox QAbstractItemView::item:selected, QAbstractItemView[kind="suggestions"]::item:selected {{
    color: {colours.text}; background: {colours.accent_soft}; }}
"""


def _choices(look: Look, images: StyleImages) -> str:
    colours = look.palette
    side = look.em(1.3)
    both = "QCheckBox::indicator, QRadioButton::indicator"
    check = images.url("check", "on_accent")
    dot = images.url("dot", "on_accent")
    return f"""
QCheckBox, QRadioButton {{ color: {colours.text}; spacing: {look.em(0.6)}px;
    min-height: {look.em(1.9)}px; border: 2px solid transparent; border-radius: 5px;
    padding-right: {look.em(0.4)}px; outline: none; }}
QCheckBox:focus, QRadioButton:focus {{ border: 2px solid {colours.accent}; }}
QCheckBox:disabled, QRadioButton:disabled {{ color: {colours.disabled}; }}
{both} {{ width: {side}px; height: {side}px; background: {colours.card};
    border: 1px solid {colours.edge}; }}
QCheckBox::indicator {{ border-radius: 4px; }}
QRadioButton::indicator {{ border-radius: {side // 2 + 1}px; }}
QCheckBox::indicator:checked {{ background: {colours.accent}; border-color: {colours.accent};
    image: url({check}); }}
QCheckBox::indicator:indeterminate {{ background: {colours.accent};
    border-color: {colours.accent}; image: url({images.url("minus", "on_accent")}); }}
QRadioButton::indicator:checked {{ background: {colours.accent};
    border-color: {colours.accent}; image: url({dot}); }}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{
    border-color: {colours.disabled}; background: {colours.background}; }}
"""
