"""Every action of the window in one table: its words, key and menu, and what it calls."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QIcon, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from ui.words import label_words
from workbench.model.mention import Label

#: The labels that keys 1 to 9 give.
KEYED_LABELS = (
    Label.ARMED_GROUP,
    Label.STATE_FORCE,
    Label.PERSON,
    Label.SOURCE,
    Label.ORG,
    Label.GPE,
    Label.LOC,
    Label.WEAPON,
    Label.DATE,
)
MENUS = ("&File", "&Edit", "&Review", "&Case", "&View", "&Help")


@dataclass(frozen=True, slots=True)
class Entry:
    """One action: `call` is ``target.method``, `argument` what the method gets; `keys` in Qt's portable form.

    `needs` is "" (always at hand) or ``case`` (a case is open). `group` makes it one of several that exclude each
    other, `gap` draws a line above it in its menu.
    """

    id: str
    words: str
    menu: str
    call: str
    keys: tuple[str, ...] = ()
    argument: object = None
    needs: str = "case"
    icon: str = ""
    gap: bool = False
    group: str = ""
    checkable: bool = False

    @property
    def plain(self) -> str:
        """The words as the palette and the key sheet show them."""
        words = self.words.replace("&", "").removesuffix("…")
        return f"Theme: {words.lower()}" if self.menu == "View/Theme" else words


def _labels() -> Iterator[Entry]:
    for label in (*KEYED_LABELS, *(label for label in Label if label not in KEYED_LABELS)):
        keys = (str(KEYED_LABELS.index(label) + 1),) if label in KEYED_LABELS else ()
        words = f"Label as {label_words(label)}"
        yield Entry(f"label_{label.value.lower()}", words, "Review/Label", "reader.label", keys, argument=label)


ENTRIES: tuple[Entry, ...] = (
    Entry("new_case", "&New case…", "File", "desk.new_case", ("Ctrl+N",), needs="", icon="new"),
    Entry("open_case", "&Open case…", "File", "desk.open_case", ("Ctrl+O",), needs="", icon="open"),
    Entry("sample_case", "Open the &sample case", "File", "desk.sample_case", needs="", icon="sample"),
    Entry("add_files", "&Add articles…", "File", "arrivals.add_files", ("Ctrl+I",), icon="import", gap=True),
    Entry("add_folder", "Add a &folder…", "File", "arrivals.add_folder", ("Ctrl+Shift+I",)),
    Entry("paste_article", "&Paste an article", "File", "arrivals.paste_article", ("Ctrl+Shift+V",), icon="paste"),
    Entry("report", "Save the repor&t…", "File", "desk.save_report", ("Ctrl+Shift+S",), icon="report", gap=True),
    Entry("passphrase", "Passp&hrase…", "File", "locking.set_passphrase"),
    Entry("restore", "&Restore a backup…", "File", "desk.restore_case", needs=""),
    Entry("verify_case", "&Verify the case…", "File", "examining.verify_case"),
    Entry("close_case", "&Close the case", "File", "desk.close_case", ("Ctrl+W",), gap=True),
    Entry("quit", "&Quit", "File", "window.close", ("Ctrl+Q",), needs=""),
    Entry("undo", "&Undo", "Edit", "desk.undo", ("Ctrl+Z",), icon="undo"),
    Entry("redo", "&Redo", "Edit", "desk.redo", ("Ctrl+Shift+Z", "Ctrl+Y"), icon="redo"),
    Entry("say_why", "Give a reason for the &next change…", "Edit", "looking_back.say_why", ("Ctrl+Shift+R",)),
    Entry("find", "&Find in the article", "Edit", "reader.find", ("Ctrl+F",), gap=True),
    Entry("search", "&Search the case", "Edit", "window.start_search", ("Ctrl+Shift+F",), icon="search"),
    Entry("palette", "&Command palette", "Edit", "desk.show_palette", ("Ctrl+K",), needs="", gap=True),
    Entry("next", "&Next proposal", "Review", "reader.next_proposal", ("J",)),
    Entry("previous", "&Previous proposal", "Review", "reader.previous_proposal", ("K",)),
    Entry("least_sure", "&Least sure first", "Review", "reader.order_by_doubt", ("L",), checkable=True),
    Entry("accept", "&Accept", "Review", "reader.accept", ("A",), icon="accept", gap=True),
    Entry("reject", "Re&ject", "Review", "reader.reject", ("X",), icon="reject"),
    Entry("delete", "&Delete", "Review", "reader.delete", ("Del",)),
    Entry("take_offer", "&The same for the other places", "Review", "offers.take", ("T",)),
    Entry("leave_offer", "Not now", "Review", "offers.decline", ("Shift+T",)),
    *_labels(),
    Entry("new_claim", "New &claim from the selection", "Review", "reader.new_claim", ("N",), gap=True),
    Entry("start_left", "Move the start left", "Review/Borders", "reader.move_start", ("[",), argument=-1),
    Entry("start_right", "Move the start right", "Review/Borders", "reader.move_start", ("]",), argument=1),
    Entry("end_left", "Move the end left", "Review/Borders", "reader.move_end", ("{",), argument=-1),
    Entry("end_right", "Move the end right", "Review/Borders", "reader.move_end", ("}",), argument=1),
    Entry("edit_number", "Edit the number", "Review/Edit", "inspector.edit", ("E",), argument="number"),
    Entry("edit_side", "Edit the side", "Review/Edit", "inspector.edit", ("S",), argument="side"),
    Entry("edit_who", "Edit who", "Review/Edit", "inspector.edit", ("W",), argument="who"),
    Entry("edit_origin", "Edit the origin", "Review/Edit", "inspector.edit", ("O",), argument="origin"),
    Entry("edit_incident", "Edit the incident", "Review/Edit", "inspector.edit", ("I",), argument="incident"),
    Entry("edit_relation", "Edit the relation", "Review/Edit", "inspector.edit", ("R",), argument="relation"),
    Entry("relate", "Relat&e the claim…", "Review", "desk.relate_claim", ("Ctrl+R",)),
    Entry("reviewed", "Reviewed, &open the next article", "Review", "desk.finish_article", ("Ctrl+Return",), gap=True),
    Entry("details", "Article’s &details…", "Case", "desk.show_details", ("Ctrl+D",)),
    Entry("extract", "&Read the article again", "Case", "desk.extract_again", ("F5",), icon="extract"),
    Entry("extract_all", "Read &all new articles again", "Case", "desk.extract_all"),
    Entry("pipelines", "Find &names with…", "Case", "desk.choose_pipelines", needs=""),
    Entry("conflict", "&Conflict and sides…", "Case", "desk.choose_conflict", gap=True),
    Entry("merge", "&Incidents…", "Case", "desk.show_incidents", ("Ctrl+M",), gap=True),
    Entry("figures_by_hand", "Figures set by &hand…", "Case", "judging.set_figures", ("Ctrl+H",), gap=True),
    Entry("grade_sources", "&Grade the sources…", "Case", "judging.grade_sources", ("Ctrl+G",)),
    Entry("method", "Con&vention and policy…", "Case", "judging.choose_method"),
    Entry("own_convention", "&Own convention…", "Case", "judging.edit_convention"),
    Entry("merge_case", "Merge with another analyst’s ca&se…", "Case", "joining.merge_case", gap=True),
    Entry("remove", "&Take the article out of the case", "Case", "desk.remove_article", gap=True),
    Entry("show_review", "&Review", "View", "window.show_workspace", ("Ctrl+1",), argument=0, needs=""),
    Entry("show_casualties", "&Casualties", "View", "window.show_workspace", ("Ctrl+2",), argument=1, needs=""),
    Entry("show_charts", "C&harts", "View", "window.show_workspace", ("Ctrl+3",), argument=2, needs=""),
    Entry("show_actors", "&Actors and sides", "View", "window.show_workspace", ("Ctrl+4",), argument=3, needs=""),
    Entry("show_log", "&Log", "View", "window.show_workspace", ("Ctrl+5",), argument=4, needs=""),
    Entry("show_rejected", "Show re&jected proposals", "View", "reader.show_rejected", checkable=True, gap=True),
    Entry("larger", "Lar&ger text", "View", "reader.zoom", ("Ctrl++", "Ctrl+="), argument=1, gap=True),
    Entry("smaller", "&Smaller text", "View", "reader.zoom", ("Ctrl+-",), argument=-1),
    Entry("usual_size", "&Usual text size", "View", "reader.zoom", ("Ctrl+0",), argument=0),
    Entry("theme_system", "As the &system", "View/Theme", "desk.choose_theme", argument="system", needs="", group="t"),
    Entry("theme_light", "&Light", "View/Theme", "desk.choose_theme", argument="light", needs="", group="t"),
    Entry("theme_dark", "&Dark", "View/Theme", "desk.choose_theme", argument="dark", needs="", group="t"),
    Entry("reset_panels", "All &panels in their places", "View", "window.reset_panels", needs="", gap=True),
    Entry("keys", "&Keys", "Help", "desk.show_keys", ("F1",), needs=""),
    Entry("log_folder", "Show the &log folder", "Help", "chronicle.show_log", needs=""),
    Entry("about", "&About Casualty Workbench", "Help", "desk.show_about", needs="", gap=True),
)


class Actions:
    """The QActions made from `ENTRIES`; `targets` gives each its object when it is triggered, not before.

    What is triggered while there is no such object yet waits for `go_on`.
    """

    def __init__(self, owner: QWidget, targets: Mapping[str, QObject], icon: Callable[[str], QIcon]) -> None:
        """Make the actions and hang them on `owner`, in whose window their keys then work."""
        self._targets, self._icon = targets, icon
        self._groups: dict[str, QActionGroup] = {}
        self._asked: list[Entry] = []
        self._actions = {entry.id: self._make(entry, owner) for entry in ENTRIES}

    def __getitem__(self, id_: str) -> QAction:
        """Return the action with this id."""
        return self._actions[id_]

    def trigger(self, id_: str) -> None:
        """Do what the action does, where it is at hand."""
        self._actions[id_].trigger()

    def set_open(self, is_open: bool) -> None:
        """Enable what needs an open case, or not."""
        for entry in ENTRIES:
            if entry.needs:
                self._actions[entry.id].setEnabled(is_open)

    def name(self, id_: str, words: str, enabled: bool) -> None:
        """Give an action other words, such as the name of the act it takes back."""
        self._actions[id_].setText(words)
        self._actions[id_].setEnabled(enabled)

    def draw_icons(self, ids: Collection[str] = ()) -> None:
        """Draw the icons of some actions, or of all: at first, and after the theme has changed."""
        for entry in ENTRIES:
            if entry.icon and (not ids or entry.id in ids):
                self._actions[entry.id].setIcon(self._icon(entry.icon))

    def fill(self, bar: QMenuBar) -> dict[str, QMenu]:
        """Fill the menu bar and return its menus by path, such as ``View/Theme``."""
        menus = {title.replace("&", ""): bar.addMenu(title) for title in MENUS}
        for entry in ENTRIES:
            menu = _menu(menus, entry.menu)
            if entry.gap:
                menu.addSeparator()
            menu.addAction(self._actions[entry.id])
        return menus

    def _make(self, entry: Entry, owner: QWidget) -> QAction:
        action = QAction(entry.words, owner)
        action.setObjectName(entry.id)
        action.setShortcuts([QKeySequence.fromString(key) for key in entry.keys])
        action.setCheckable(entry.checkable or bool(entry.group))
        if entry.id in _ROLES:
            action.setMenuRole(_ROLES[entry.id])
        if entry.group:
            self._groups.setdefault(entry.group, QActionGroup(owner)).addAction(action)
        action.triggered.connect(lambda checked: self._call(entry, checked))
        owner.addAction(action)
        return action

    def go_on(self) -> None:
        """Do what was asked for before there was anybody to do it."""
        asked, self._asked = self._asked, []
        for entry in asked:
            if self._actions[entry.id].isEnabled():
                self._call(entry, self._actions[entry.id].isChecked())

    def _call(self, entry: Entry, checked: bool) -> None:
        target, method = entry.call.split(".")
        if target not in self._targets:
            self._asked.append(entry)
            return
        act: Callable[..., object] = getattr(self._targets[target], method)
        if entry.checkable:
            act(checked)
        elif entry.argument is None:
            act()
        else:
            act(entry.argument)


_ROLES = {
    "quit": QAction.MenuRole.QuitRole,
    "about": QAction.MenuRole.AboutRole,
    "extract": QAction.MenuRole.NoRole,
}


def _menu(menus: dict[str, QMenu], path: str) -> QMenu:
    if path not in menus:
        outer, _, inner = path.rpartition("/")
        menus[path] = menus[outer].addMenu(inner)
    return menus[path]
