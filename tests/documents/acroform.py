"""A PDF form that somebody filled in (AcroForm), as small as it can be and still open in a viewer."""


def string(text):
    """A text string: UTF-16 with its mark, as every form editor writes it."""
    return b"<" + (b"\xfe\xff" + text.encode("utf-16-be")).hex().encode() + b">"


def acroform(fields, answers, naming):
    """`naming(number, field)` gives a field's name and its tooltip."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [%s] /NeedAppearances true >> >>"]
    objects.append(b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
    objects.append(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots [%s] /Contents 4 0 R"
                   b" /Resources << /Font << /F1 5 0 R >> >> >>")
    text = b"BT /F1 9 Tf 40 800 Td 14 TL\n"
    for field in fields:
        text += b"(" + field["label"].replace("(", "").replace(")", "").encode("ascii", "replace") + b") Tj T*\n"
    text += b"ET"
    objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(text), text))
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    references = []
    for i, field in enumerate(fields):
        name, tooltip = naming(i, field)
        answer = answers[field["id"]]
        top = 800 - 14 * i
        common = b"/Type /Annot /Subtype /Widget /P 3 0 R /Rect [250 %d 550 %d] /T %s" % (top - 3, top + 9, string(name))
        if tooltip:
            common += b" /TU " + string(tooltip)
        if field["kind"] == "tick":
            kind = b"/FT /Btn /V /Yes /AS /Yes"
        elif field["kind"] == "choice":
            kind = b"/FT /Ch /Ff 131072 /Opt [%s] /V %s" % (string(answer), string(answer))
        else:
            # Viewers end lines with a carriage return.
            kind = b"/FT /Tx /Ff 4096 /V " + string(answer.replace("\n", "\r"))
        objects.append(b"<< " + common + b" " + kind + b" >>")
        references.append(b"%d 0 R" % len(objects))
    for at in (0, 2):
        objects[at] = objects[at] % b" ".join(references)
    out = b"%PDF-1.6\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        out += b"%010d 00000 n \n" % place
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return out
