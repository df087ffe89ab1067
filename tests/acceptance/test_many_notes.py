"""What many notes cost: twice as many take about twice the time, in the layout as in all before it."""

import resource

import galleys
from basylym.editions import pdf

FEW = 100
DEAREST = 2.6  # times, for twice as many
SENTENCE = "The harbour was known for lanterns along the quay and for ropes that nobody had counted"


def article(notes):
    paragraphs = [
        " ".join(f"{SENTENCE} in {1800 + number}.[^{number}]" for number in range(first, first + 5))
        for first in range(1, notes + 1, 5)
    ]
    told = [
        f"[^{number}]: The note {number} says where it was seen, and by whom."
        for number in range(1, notes + 1)
    ]
    return "---\nlang: en\ntitle: Notes\nauthor: A. Author\n---\n\n" + "\n\n".join([*paragraphs, *told])


def cost(folder, notes):
    """Seconds of the processor, WeasyPrint's child with them, for the PDF of an article."""

    def spent():
        used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
        return sum(one.ru_utime + one.ru_stime for one in used)

    before = spent()
    galley = galleys.written(folder, pdf.FORMAT, article(notes))
    made = pdf.FORMAT.print(galley)
    assert pdf.FORMAT.prove(galley, made.value).value.notes == notes
    return spent() - before


def test_twice_as_many_notes_cost_about_twice_as_much(tmp_path):
    cost(tmp_path, 5)  # what is loaded once
    assert cost(tmp_path, 2 * FEW) < DEAREST * cost(tmp_path, FEW)
