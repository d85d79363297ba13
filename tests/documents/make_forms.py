"""The application form as people really return it, for tests/documents/mod.rs.

usage: /usr/bin/python3 make_forms.py FORM.toml BLANK.docx OUT

Writes the files into OUT, and OUT/expected.json: the answers, their word counts, and the files' names. Needs Debian's
python3-docx and LibreOffice.
"""
import json, pathlib, subprocess, sys, tomllib
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree
from acroform import acroform
from answers import ANSWERS, WORDS

FORM = tomllib.load(open(sys.argv[1], "rb"))
BLANK, OUT = sys.argv[2], pathlib.Path(sys.argv[3])
FIELDS = [f for s in FORM["section"] for f in s["field"] if s["by"] == "applicant"]
SHORT = [f for f in FIELDS if f["kind"] != "essay"]
ESSAYS = [f for f in FIELDS if f["kind"] == "essay"]
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


def said(field):
    return ANSWERS[field["id"]]


def fill(source, target, drop_tags=False):
    """Our own blank, filled in by its content controls; some editors keep the controls and lose their tags."""
    d = Document(source)
    for control in list(d.element.body.iter(qn("w:sdt"))):
        properties, content = control.find(qn("w:sdtPr")), control.find(qn("w:sdtContent"))
        tag = properties.find(qn("w:tag"))
        answer = ANSWERS.get(tag.get(qn("w:val")))
        if drop_tags:
            properties.remove(tag)
        if answer is None:
            continue
        box = properties.find(W14 + "checkbox")
        if box is not None:
            box.find(W14 + "checked").set(W14 + "val", "1")
            content.find(".//" + qn("w:t")).text = "☒"
            continue
        placeholder = properties.find(qn("w:showingPlcHdr"))
        if placeholder is not None:
            properties.remove(placeholder)
        run = content.find(qn("w:r"))
        for child in list(run):
            run.remove(child)
        for i, line in enumerate(answer.split("\n")):
            if i:
                etree.SubElement(run, qn("w:br"))
            text = etree.SubElement(run, qn("w:t"))
            text.text = line
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    d.save(target)


def unwrap(source, target):
    """As some editors leave it: what was in the controls stands in the cells, the controls have gone."""
    d = Document(source)
    for control in list(d.element.body.iter(qn("w:sdt"))):
        parent, content = control.getparent(), control.find(qn("w:sdtContent"))
        at = parent.index(control)
        parent.remove(control)
        for child in reversed(list(content)):
            parent.insert(at, child)
    d.save(target)


def two_columns(path):
    d = Document()
    d.add_heading(FORM["title"])
    table = d.add_table(len(FIELDS), 2)
    for row, field in zip(table.rows, FIELDS):
        row.cells[0].text, row.cells[1].text = field["label"], said(field)
    d.save(path)


def header_rows(path):
    """A row of labels above a row of answers."""
    d = Document()
    d.add_heading(FORM["title"])
    for i in range(0, len(SHORT), 3):
        some = SHORT[i : i + 3]
        table = d.add_table(2, len(some), style="Table Grid")
        for j, field in enumerate(some):
            table.cell(0, j).text, table.cell(1, j).text = field["label"], said(field)
        d.add_paragraph("")
    for field in ESSAYS:
        table = d.add_table(2, 1, style="Table Grid")
        table.cell(0, 0).text, table.cell(1, 0).text = field["label"] + "\n" + field["prompt"], said(field)
    d.save(path)


def headings(path):
    d = Document()
    d.add_heading(FORM["title"], 0)
    for field in FIELDS:
        d.add_heading(field["label"], 2)
        for line in said(field).split("\n"):
            d.add_paragraph(line)
    d.save(path)


def lines(path):
    """`Label: answer`, and a question with its answer in the paragraph beneath."""
    d = Document()
    d.add_paragraph(FORM["title"])
    for field in FIELDS:
        if field["kind"] == "essay":
            d.add_paragraph(field["label"] + ". " + field["prompt"])
            d.add_paragraph(said(field))
        else:
            d.add_paragraph(field["label"] + ": " + said(field))
    d.save(path)


def four_columns(path):
    """Two labels and two answers in a row; the long answers beneath their prompts, across all columns."""
    d = Document()
    table = d.add_table(0, 4, style="Table Grid")
    for i in range(0, len(SHORT), 2):
        cells = table.add_row().cells
        for j, field in enumerate(SHORT[i : i + 2]):
            cells[2 * j].text, cells[2 * j + 1].text = field["label"], said(field)
    for field in ESSAYS:
        for text in (field["prompt"], said(field)):
            cells = table.add_row().cells
            cells[0].merge(cells[3]).text = text
    d.save(path)


def element(name, **attributes):
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn("w:" + key), value)
    return made


def mark(paragraph, kind, data=None):
    made = element("w:fldChar", fldCharType=kind)
    if data is not None:
        made.append(data)
    paragraph.add_run()._r.append(made)


def instruction(paragraph, text):
    made = element("w:instrText")
    made.text = f" {text} "
    paragraph.add_run()._r.append(made)


def legacy(path):
    """Form fields of the kind that Word has had since 1997, in a protected form; answers with line breaks."""
    d = Document()
    d.add_heading(FORM["title"])
    table = d.add_table(0, 2)
    for i, field in enumerate(FIELDS):
        cells = table.add_row().cells
        cells[0].text = field["label"]
        paragraph = cells[1].paragraphs[0]
        data = element("w:ffData")
        tick = field["kind"] == "tick"
        data.append(element("w:name", val=f"Check{i}" if tick else f"Text{i}"))
        if tick:
            box = element("w:checkBox")
            box.append(element("w:default", val="0"))
            box.append(element("w:checked"))
            data.append(box)
            mark(paragraph, "begin", data)
            instruction(paragraph, "FORMCHECKBOX")
            mark(paragraph, "end")
            paragraph.add_run(" I confirm this.")
            continue
        data.append(element("w:textInput"))
        mark(paragraph, "begin", data)
        instruction(paragraph, "FORMTEXT")
        mark(paragraph, "separate")
        for n, line in enumerate(said(field).split("\n")):
            # Word begins a paragraph of its own within the field where a line was ended.
            if n:
                paragraph = cells[1].add_paragraph()
            paragraph.add_run(line)
        mark(paragraph, "end")
    protection = element("w:documentProtection", edit="forms", enforcement="1")
    d.settings.element.append(protection)
    d.save(path)


def body(path):
    """A form in the mail itself, between a greeting and a name."""
    text = "Dear clerk,\n\nHere is my application.\n\n"
    for field in FIELDS:
        if field["kind"] == "essay":
            text += f"{field['label']}:\n{said(field)}\n\n"
        else:
            text += f"{field['label']}: {said(field)}\n"
    path.write_text(text)


def convert(kind, names):
    """One run of LibreOffice for all files of a kind."""
    target = OUT / kind.split(":")[0]
    command = ["soffice", f"-env:UserInstallation=file://{OUT}/profile", "--headless", "--norestore"]
    command += ["--convert-to", kind, "--outdir", str(target)] + [str(OUT / name) for name in names]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    made = [target / (pathlib.Path(name).stem + "." + target.name) for name in names]
    for path in made:
        assert path.exists(), f"{path}: {done.stdout}{done.stderr}"
    return [str(path.relative_to(OUT)) for path in made]


fill(BLANK, OUT / "tagged.docx")
fill(BLANK, OUT / "tags-lost.docx", drop_tags=True)
unwrap(OUT / "tagged.docx", OUT / "controls-lost.docx")
two_columns(OUT / "two-columns.docx")
header_rows(OUT / "header-rows.docx")
headings(OUT / "headings.docx")
lines(OUT / "lines.docx")
four_columns(OUT / "four-columns.docx")
legacy(OUT / "legacy.docx")
body(OUT / "body.txt")
(OUT / "acroform-names.pdf").write_bytes(acroform(FIELDS, ANSWERS, lambda i, f: (f["id"], "")))
(OUT / "acroform-tooltips.pdf").write_bytes(acroform(FIELDS, ANSWERS, lambda i, f: (f"undefined_{i}", f["label"])))
written = sorted(p.name for p in OUT.iterdir() if p.is_file())

some = ["tagged.docx", "two-columns.docx", "headings.docx", "legacy.docx"]
for kind in ["odt", "doc", "rtf"]:
    written += convert(kind, some)
written += convert("pdf", [name for name in written if name.endswith(".docx") and "/" not in name])
# Saved again in Word's own format by an editor that is not Word, at first hand and after a passage through .doc.
written += convert("docx:MS Word 2007 XML", some)
(OUT / "docx").rename(OUT / "again")
written = [name.replace("docx/", "again/") for name in written]
written += convert("docx:MS Word 2007 XML", ["doc/tagged.doc", "odt/two-columns.odt"])

(OUT / "expected.json").write_text(json.dumps({"answers": ANSWERS, "words": WORDS, "files": written}, indent=1))
