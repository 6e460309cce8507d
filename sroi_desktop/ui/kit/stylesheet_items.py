"""Stylesheet rules of tables, scroll bars, tabs, menus, calendars and other standard widgets."""

from __future__ import annotations

from sroi_desktop.ui.kit.look import Look
from sroi_desktop.ui.kit.stylesheet_images import StyleImages


def items_rules(look: Look, images: StyleImages) -> str:
    """Return the rules of this module for that look."""
    return "\n".join(
        (
            _tables(look),
            _scroll_bars(look),
            _tabs(look, images),
            _menus(look),
            _calendar(look, images),
            _others(look),
        )
    )


def _tables(look: Look) -> str:
    colours = look.palette
    return f"""
QTableView, QListView, QTreeView {{ color: {colours.text}; background: {colours.card};
    alternate-background-color: {colours.card}; border: none; outline: none;
    gridline-color: {colours.line};
    selection-background-color: {colours.accent_soft}; selection-color: {colours.text}; }}
QTableView:focus, QListView:focus {{ border: none; }}
QListView[surface="page"] {{ background: {colours.background}; }}
QHeaderView {{ background: transparent; border: none; }}
QHeaderView::section {{ color: {colours.muted}; background: {colours.card}; border: none;
    border-bottom: 1px solid {colours.line}; padding: {look.em(0.4)}px {look.em(0.7)}px;
    font-weight: 600; }}
QTableCornerButton::section {{ background: {colours.card}; border: none; }}
"""


def _scroll_bars(look: Look) -> str:
    colours = look.palette
    width = look.em(0.86)
    return f"""
QScrollBar {{ background: transparent; border: none; margin: 0; }}
QScrollBar:vertical {{ width: {width}px; }}
QScrollBar:horizontal {{ height: {width}px; }}
QScrollBar::handle {{ background: {colours.scroll}; border-radius: {(width - 4) // 2}px;
    margin: 2px; }}
QScrollBar::handle:hover {{ background: {colours.muted}; }}
QScrollBar::handle:vertical {{ min-height: {look.em(2.2)}px; }}
QScrollBar::handle:horizontal {{ min-width: {look.em(2.2)}px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; border: none; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
"""


def _tabs(look: Look, images: StyleImages) -> str:
    colours = look.palette
    arrow = f"width: {look.em(1.3)}px; height: {look.em(1.3)}px;"
    return f"""
QTabWidget::pane {{ border: none; }}
QTabBar {{ background: transparent; }}
QTabBar::tab {{ color: {colours.muted}; background: transparent; border: none;
    border-bottom: 2px solid transparent; padding: {look.em(0.55)}px 4px;
    margin-right: {look.em(1.3)}px; font-weight: 500; }}
QTabBar::tab:hover {{ color: {colours.text}; }}
QTabBar::tab:selected {{ color: {colours.accent}; border-bottom: 2px solid {colours.accent}; }}
QTabBar::tab:focus {{ color: {colours.accent}; background: {colours.accent_soft};
    border: 2px solid {colours.accent}; border-top-left-radius: 5px;
    border-top-right-radius: 5px; padding: {look.em(0.55) - 2}px 2px {look.em(0.55)}px 2px; }}
QTabBar::tab:disabled {{ color: {colours.disabled}; }}
QTabBar::tear {{ width: 0; border: none; }}
QTabBar::scroller {{ width: {look.em(4)}px; }}
QTabBar QToolButton {{ background: {colours.background}; border: 1px solid {colours.edge};
    border-radius: 5px; margin: {look.em(0.3)}px 1px; padding: 0; }}
QTabBar QToolButton:disabled {{ border-color: {colours.line}; }}
QTabBar QToolButton::left-arrow {{ image: url({images.url("chevron-left", "text")}); {arrow} }}
QTabBar QToolButton::right-arrow {{ image: url({images.url("chevron-right", "text")}); {arrow} }}
QTabBar QToolButton::left-arrow:disabled {{
    image: url({images.url("chevron-left", "disabled")}); {arrow} }}
QTabBar QToolButton::right-arrow:disabled {{
    image: url({images.url("chevron-right", "disabled")}); {arrow} }}
"""


def _menus(look: Look) -> str:
    colours = look.palette
    return f"""
QMenu {{ color: {colours.text}; background: {colours.card}; border: 1px solid {colours.edge};
    padding: 5px; }}
QMenu::item {{ padding: {look.em(0.45)}px {look.em(2)}px {look.em(0.45)}px {look.em(0.7)}px;
    border-radius: 5px; }}
QMenu::item:selected {{ background: {colours.accent_soft}; color: {colours.text}; }}
QMenu::item:disabled {{ color: {colours.disabled}; }}
QMenu::separator {{ height: 1px; background: {colours.line}; margin: 5px 4px; }}
QMenu::icon {{ padding-left: {look.em(0.5)}px; }}
"""


def _calendar(look: Look, images: StyleImages) -> str:
    colours = look.palette
    arrow = f"width: {look.em(1.3)}px; height: {look.em(1.3)}px;"
    return f"""
QCalendarWidget {{ background: {colours.card}; }}
QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {colours.card}; }}
QCalendarWidget QToolButton {{ color: {colours.text}; font-weight: 600; padding: 5px 8px; }}
QCalendarWidget QToolButton#qt_calendar_prevmonth {{
    qproperty-icon: url({images.url("chevron-left", "text")}); {arrow} }}
QCalendarWidget QToolButton#qt_calendar_nextmonth {{
    qproperty-icon: url({images.url("chevron-right", "text")}); {arrow} }}
QCalendarWidget QAbstractItemView {{ background: {colours.card}; color: {colours.text};
    selection-background-color: {colours.accent}; selection-color: {colours.on_accent}; }}
QCalendarWidget QAbstractItemView:disabled {{ color: {colours.disabled}; }}
QCalendarWidget QSpinBox {{ color: {colours.text}; background: {colours.card};
    border: 1px solid {colours.edge}; }}
"""


def _others(look: Look) -> str:
    colours = look.palette
    return f"""
QProgressBar {{ background: {colours.track}; border: none; border-radius: 4px;
    max-height: {look.em(0.6)}px; min-height: {look.em(0.6)}px; color: transparent; }}
QProgressBar::chunk {{ background: {colours.accent}; border-radius: 4px; }}
QSplitter::handle {{ background: {colours.line}; }}
QSplitter::handle:horizontal {{ width: 1px; }}
QSplitter::handle:vertical {{ height: 1px; }}
QTextBrowser {{ color: {colours.text}; background: {colours.card};
    border: 1px solid {colours.border}; border-radius: 10px; }}
QGroupBox {{ border: none; font-weight: 600; margin-top: {look.em(1.5)}px; }}
QGroupBox::title {{ subcontrol-origin: margin; left: 0; }}
"""
