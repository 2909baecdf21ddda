"""The article that is open: its header, its text with highlights, and what the analyst does in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QStackedWidget, QVBoxLayout, QWidget

from ui.named import named, words
from ui.panels.reader_bar import SelectionBar
from ui.panels.reader_find import FindBar
from ui.panels.reader_header import ReaderHeader
from ui.reader import gestures
from ui.reader.highlights import Key, Row, key_of, span_of
from ui.reader.painting import Look
from ui.reader.view import ArticleView
from ui.session import Focus, Session
from ui.theme import Theme
from workbench import acts
from workbench.changes import Change, Edit
from workbench.model.actor import Actor, Side
from workbench.model.article import Article, ReviewState
from workbench.model.claim import Claim
from workbench.model.mention import Label, Maker, Mention, Status
from workbench.model.span import Span
from workbench.reckoning.sides import side_of

ASKER = "reader"
#: From so many rows on, a change is taken in by reading the article's rows anew.
_MANY = 200
_EMPTY = (
    "Here an article is read: what the program found in it is marked, and yours to accept, correct or reject.\n\n"
    "Choose an article on the left. To add one, drop a file on the window or paste text with Ctrl+Shift+V."
)


class ReaderPanel(QWidget):
    """Shows the focused article and turns what the analyst does in it into acts.

    `read` reads a stretch of text, to fill in a new claim; without it a new claim has its evidence only.
    """

    def __init__(self, session: Session, theme: Theme, read: gestures.Read | None = None) -> None:
        super().__init__()
        self._session, self._theme = session, theme
        self.read = read
        self._article: Article | None = None
        self._text = ""
        self._actors: dict[str, Actor] = {}
        self._sides: dict[str, Side] = {}
        self.view = named(ArticleView(), "Article", "reader")
        self._header, self._rule, self._find = ReaderHeader(), QFrame(), FindBar()
        self._bar = SelectionBar(self.view)
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self._wear()
        self._open()

    def _lay_out(self) -> None:
        self._pages.addWidget(_empty_page())
        page = QWidget()
        page.setObjectName("readerPage")
        inner = QVBoxLayout(page)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        self._rule.setProperty("class", "rule")
        self._rule.hide()
        for widget in (self._header, self._rule, self.view, self._find):
            inner.addWidget(widget)
        inner.setStretch(2, 1)
        self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        session, view = self._session, self.view
        session.opened.connect(self._open)
        session.focused.connect(self._follow_focus)
        session.changed.connect(self._follow)
        self._theme.changed.connect(self._wear)
        view.picked.connect(self._pick)
        view.selection_settled.connect(self._offer)
        view.border_moved.connect(self._drag)
        view.column_moved.connect(self._header.align)
        view.zoomed.connect(self._header.size_type)
        view.verticalScrollBar().valueChanged.connect(self._scrolled)
        self._bar.label_chosen.connect(self.label)
        self._bar.claim_wanted.connect(self.new_claim)
        self._find.wanted.connect(self._look_for)
        self._find.left.connect(view.setFocus)

    # What is shown

    @property
    def article(self) -> Article | None:
        """The article that is open."""
        return self._article

    def _open(self) -> None:
        """Take in another case, or none."""
        self._article = None
        self._read_sides()
        self._pages.setCurrentIndex(0)
        self.view.show_article("")

    def _follow_focus(self, focus: Focus) -> None:
        if self._article is None or focus.article_id != self._article.id:
            self._show(focus.article_id)
        if focus.row_id:
            self.view.select((focus.kind, focus.row_id))
        elif focus.span is not None:
            self.view.select(None)
            self.view.select_span(focus.span)
        elif focus.kind == "" and focus.asker == ASKER:
            self.view.select(None)
        if self.view.selection() is None:
            self._bar.hide()

    def _show(self, article_id: int) -> None:
        session = self._session
        self._article = session.article(article_id)
        self._text = session.text(article_id)
        self._bar.hide()
        mentions, claims = session.mentions(article_id), session.claims(article_id)
        self.view.show_article(self._text, [*mentions, *claims], self._article.title)
        self._tell_details()
        self._pages.setCurrentIndex(1)

    def _follow(self, change: Change) -> None:
        """Take in a change: the rows it touches, and no others."""
        if change.touches("actor") or change.touches("side"):
            self._read_sides()
        article = self._article
        if article is None or article.id not in change.articles():
            return
        mine = [edit for edit in change.edits if edit.kind in ("mention", "claim", "article")]
        if len(mine) > _MANY:
            self.view.set_rows([*self._session.mentions(article.id), *self._session.claims(article.id)])
        for edit in mine if len(mine) <= _MANY else [e for e in mine if e.kind == "article"]:
            self._take(edit, article.id)
        if self._article is not None:
            self._tell_details()

    def _take(self, edit: Edit, article_id: int) -> None:
        before, after = edit.before, edit.after
        if isinstance(after, Article) and after.id == article_id:
            self._article = after
        elif isinstance(before, Article) and before.id == article_id:
            self._open()
        elif isinstance(after, Mention | Claim) and after.article_id == article_id:
            self.view.put(after)
        elif isinstance(before, Mention | Claim) and before.article_id == article_id and after is None:
            self.view.drop(key_of(before))

    def _tell_details(self) -> None:
        if self._article is not None:
            self._header.show_article(self._article, (r for r in self.view.rows() if isinstance(r, Claim)))

    def _read_sides(self) -> None:
        self._actors, self._sides = self._session.actors(), self._session.sides()
        self.view.viewport().update()

    def _wear(self) -> None:
        palette = self._theme.palette
        self.view.wear(Look(palette, self.colour_of))
        self._bar.wear(palette)
        self.setStyleSheet(f"#readerPage, #readerEmpty {{ background: {palette.page}; }}")

    def colour_of(self, claim: Claim) -> str:
        """Return the colour of the side a claim counts for."""
        side = self._sides.get(side_of(claim, self._actors) or "")
        return side.colour if side else self._theme.palette.muted

    # What the analyst points at

    def _pick(self, key: Key | None) -> None:
        self._bar.hide()
        self._focus(key)

    def _focus(self, key: Key | None, *, article_id: int = 0) -> None:
        if self._article is not None:
            kind, row_id = key or ("", 0)
            self._session.focus(Focus(article_id or self._article.id, kind, row_id, asker=ASKER))

    def _offer(self) -> None:
        """Offer labels for the selection, or nothing where there is none."""
        span = self._selection()
        if span is None:
            self._bar.hide()
        else:
            self._bar.show_at(self.view.selection_rect_bottom())

    def _selection(self) -> Span | None:
        span = self.view.selection()
        return gestures.snapped(self._text, span) if span else None

    def _row(self) -> Row | None:
        mark = self.view.highlights.get(self.view.selected)
        return mark.row if mark else None

    def _apply(self, change: Change | None) -> bool:
        return change is not None and self._session.apply(change, asker=ASKER)

    def _scrolled(self, value: int) -> None:
        """Part the header from text that runs below it."""
        self._bar.hide()
        self._rule.setVisible(value > 0)

    # Going on

    def next_proposal(self) -> None:
        """Go to the next proposal."""
        self._go(1)

    def previous_proposal(self) -> None:
        """Go to the proposal before."""
        self._go(-1)

    def _go(self, step: int) -> None:
        by_doubt = self._session.least_sure_first
        rows = self.view.rows()
        row = gestures.proposal(rows, self._row(), self.view.caret(), step, least_sure_first=by_doubt)
        if row is not None:
            self._focus(key_of(row))
        elif self._article is not None:
            self._session.problem.emit("Nothing waits for a decision in this article. Ctrl+Enter opens the next one.")

    def order_by_doubt(self, chosen: bool) -> None:
        """Go through the proposals from the least sure one on, or as the text tells them."""
        self._session.least_sure_first = chosen

    def accept(self) -> None:
        """Accept what is selected, and go on."""
        self._decide(Status.ACCEPTED)

    def reject(self) -> None:
        """Reject what is selected, and go on."""
        self._decide(Status.REJECTED)

    def _decide(self, status: Status) -> None:
        row = self._row()
        if row is None:
            self._go(1)
            return
        by_doubt = self._session.least_sure_first
        following = gestures.after_deciding(self.view.rows(), row, least_sure_first=by_doubt)
        change = acts.accept(row) if status is Status.ACCEPTED else acts.reject(row)
        if row.status is status or self._apply(change):
            self._focus(key_of(following or row))

    # Correcting

    def label(self, label: Label) -> None:
        """Give the selection, or the selected mention, a label."""
        span, row, article = self._selection(), self._row(), self._article
        if article is None:
            return
        if span is not None:
            rows = self.view.rows()
            there = any(isinstance(r, Mention) and r.span == span for r in rows)
            id_ = 0 if there else self._session.reserve()
            self._label(gestures.labelled(rows, span, label, self._text, article.id, id_))
        elif isinstance(row, Mention):
            self._label(acts.relabel(row, label))
        else:
            self._session.problem.emit("Select words, or a mention, to give them a label.")

    def _label(self, change: Change) -> None:
        self._bar.hide()
        if self._apply(change) and change.edits and isinstance(change.edits[0].after, Mention):
            self._focus(key_of(change.edits[0].after))

    def move_start(self, step: int) -> None:
        """Move the start of the selection, or of what is selected, by a word: 1 right, -1 left."""
        self._resize(lambda span: gestures.moved_start(self._text, span, step))

    def move_end(self, step: int) -> None:
        """Move the end of the selection, or of what is selected, by a word: 1 right, -1 left."""
        self._resize(lambda span: gestures.moved_end(self._text, span, step))

    def _resize(self, move: Callable[[Span], Span]) -> None:
        row, selection = self._row(), self.view.selection()
        if selection is not None:
            self.view.select_span(move(selection))
            self._offer()
        elif row is not None:
            self._apply(gestures.resized(row, move(span_of(row)), self._text))

    def _drag(self, key: Key, border: str, to: int) -> None:
        mark = self.view.highlights.get(key)
        if mark is not None:
            span = gestures.dragged(self._text, span_of(mark.row), border, to)
            self._apply(gestures.resized(mark.row, span, self._text))
            self.view.select(key)

    def new_claim(self) -> None:
        """Make a claim of the selection, filled in from it, and show it."""
        span, article = self._selection(), self._article
        if article is None:
            return
        if span is None:
            self._session.problem.emit("Select the words that state the claim first, its number among them.")
            return
        self._bar.hide()
        id_ = self._session.reserve()
        claim = gestures.new_claim(self.view.rows(), span, self._text, article.id, id_, self.read)
        if self._apply(acts.add_claim(claim)):
            self._focus(("claim", claim.id))

    def delete(self) -> None:
        """Take the selected mention away, or a claim the analyst made."""
        row = self._row()
        if isinstance(row, Claim) and row.made_by is Maker.MACHINE:
            self._session.problem.emit("The program found this claim: reject it with X, and the record keeps it.")
        elif row is not None:
            around = self._session.relating([row]).claims.values() if isinstance(row, Claim) else ()
            if self._apply(acts.delete(row, around)):
                self._focus(None)

    def article_reviewed(self) -> None:
        """Say that the article is reviewed."""
        if self._article is not None:
            self._apply(acts.set_state(self._article, ReviewState.REVIEWED))

    # Reading

    def show_rejected(self, shown: bool) -> None:
        """Show what was rejected, struck through, or hide it."""
        self.view.show_rejected(shown)

    def zoom(self, steps: int) -> None:
        """Make the type larger or smaller; 0 is the usual size."""
        self.view.zoom(steps)

    def find(self) -> None:  # type: ignore[override]  # the action's name; Qt's own is a static look-up of windows
        """Ask for words to be found in the article."""
        if self._article is not None:
            self._find.start(self.view.textCursor().selectedText())

    def _look_for(self, wanted: str, step: int) -> None:
        self._find.tell(self.view.find_words(wanted, step))


def _empty_page() -> QLabel:
    page = words(_EMPTY, "muted", wrap=True)
    page.setObjectName("readerEmpty")
    page.setAlignment(Qt.AlignmentFlag.AlignCenter)
    page.setContentsMargins(80, 0, 80, 80)
    return page
