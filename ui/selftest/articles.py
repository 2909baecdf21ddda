"""Articles that the self-test writes itself, one in each format that is read: made up, with names that nobody knows."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PART = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


@dataclass(frozen=True, slots=True)
class Sample:
    """An article: `killed` is the number that must be found in it, `name` what only a trained pipeline finds."""

    file: str
    language: str
    title: str
    text: str
    killed: int
    name: str = ""


SAMPLES = (
    Sample(
        "Gefechte über Nacht.txt",
        "de",
        "Gefechte über Nacht",
        "In Wallonsdorf sind am Montag bei Gefechten nach Angaben der Armee 12 Soldaten getötet worden. "
        "Eine Bestätigung von anderer Seite gab es zunächst nicht.",
        12,
        "Wallonsdorf",
    ),
    Sample(
        "mayor.html",
        "en",
        "Mayor names the dead",
        "The mayor, Bartholmew Quenneville, said on Monday that 9 soldiers were killed in the attack. "
        "He named no one who could have fired the shells, and asked for help for the families.",
        9,
        "Bartholmew Quenneville",
    ),
    Sample(
        "convoy.pdf",
        "en",
        "Convoy hit",
        "On Tuesday 17 rebels were killed when a convoy was hit near the border, the ministry said.",
        17,
    ),
    Sample(
        "Lage am Abend.docx",
        "de",
        "Lage am Abend",
        "Am Mittwoch wurden bei einem Angriff 23 Zivilisten getötet, teilte die Polizei mit.",
        23,
    ),
)


def write(folder: Path) -> list[Path]:
    """Write the articles into `folder`; return the files, in the order of SAMPLES."""
    written = []
    for sample in SAMPLES:
        path = folder / sample.file
        path.write_bytes(_FORMATS[path.suffix](sample))
        written.append(path)
    return written


def _plain(sample: Sample) -> bytes:
    return f"{sample.title}\n\n{sample.text}\n".encode()


def _page(sample: Sample) -> bytes:
    head = f'<meta charset="utf-8"><title>{sample.title}</title>'
    body = f"<article><h1>{sample.title}</h1><p>{sample.text}</p></article>"
    return f'<!DOCTYPE html><html lang="{sample.language}"><head>{head}</head><body>{body}</body></html>'.encode()


def _pdf(sample: Sample) -> bytes:
    """Return a PDF of one page with a line of 12 points for title and text, in ASCII."""
    drawn = "".join(f"BT /F1 12 Tf 40 {y} Td ({line}) Tj ET\n" for y, line in ((780, sample.title), (750, sample.text)))
    parts = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 842] /Contents 4 0 R /Resources 6 0 R >>",
        f"<< /Length {len(drawn)} >>\nstream\n{drawn}endstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        "<< /Font << /F1 5 0 R >> >>",
    )
    page, places = "%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(page))
        page += f"{number} 0 obj\n{part}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"trailer << /Size {len(parts) + 1} /Root 1 0 R >>\nstartxref\n{len(page)}\n%%EOF\n"
    return f"{page}xref\n0 {len(parts) + 1}\n0000000000 65535 f \n{table}{trailer}".encode("ascii")


def _word(sample: Sample) -> bytes:
    """Return what Word writes, without all it need not write."""
    lines = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in (sample.title, sample.text))
    files = {
        "[Content_Types].xml": f'<Types xmlns="{_TYPES}">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_PART}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}">'
        f'<Relationship Id="r1" Type="{_DOCUMENT}" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{_WORDS}"><w:body>{lines}</w:body></w:document>',
    }
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{content}')
    return packed.getvalue()


_FORMATS = {".txt": _plain, ".html": _page, ".pdf": _pdf, ".docx": _word}
