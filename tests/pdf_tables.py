"""Pages with tables, printed by WeasyPrint, and what the reader of PDFs makes of them."""

import weasyprint

from basylym.receive import receive
from basylym.stages.spans import Claim, Layer, resolve

TEXT = " ".join(f"Foxes were counted on hill {n} in spring by two of us." for n in range(1, 12))
STYLE = """@page { size: A4; margin: 25mm } body { font: 11pt/15pt serif; margin: 0 } p { margin: 0 0 8pt }
table { border-collapse: collapse; margin: 8pt 0; font-size: 9pt } td { padding: 1pt 5pt; text-align: left;
  vertical-align: top }
.ruled { border-top: 1pt solid; border-bottom: 1pt solid } .ruled thead { border-bottom: .5pt solid }
.grid td { border: .5pt solid } .f { text-align: center; margin: 8pt 0; position: relative }
.n { position: absolute; right: 0 }"""


def printed(body, style=""):
    return weasyprint.HTML(string=f"<html lang=en><style>{STYLE}{style}</style>{body}</html>").write_pdf()


def fair(raw):
    reading = receive(raw, "a.pdf").value
    claims = (Claim(one.edit, one.rule, 0, one.markup) for one in reading.known if not one.edit.query)
    return Layer(reading.source.text).apply(resolve(claims)).text


def table(rows, kind, head=True):
    made = ["".join(f"<td>{cell}" for cell in row) for row in rows]
    top = f"<thead><tr>{made.pop(0)}</thead>" if head else ""
    return f"<table class={kind}>{top}<tbody>{''.join(f'<tr>{row}' for row in made)}</table>"


TOWNS = [
    ["Town", "Foxes", "Seen by"],
    ["Leeds", "11", "two of us"],
    ["Bristol", "120", ""],
    ["York upon Ouse", "9", "all"],
]
