"""Damage that tests do to a PDF on purpose: to its tags, or to what its pages draw."""

import io

import pikepdf

from basylym.adapters import pdfium


def elements(document, kind=None):
    """The elements of the tag tree, of one kind or all, in reading order."""
    stack, found = [document.Root.StructTreeRoot.K], []
    while stack:
        node = stack.pop()
        if isinstance(node, pikepdf.Array):
            stack.extend(reversed(list(node)))
        elif isinstance(node, pikepdf.Dictionary):
            if "/S" in node and kind in (None, str(node.S)):
                found.append(node)
            if "/K" in node:
                stack.append(node.K)
    return found


def untagged(kind, chosen=lambda element: True, number=0):
    """Damage that takes an element out of the tree, as if it had never been there.

    Args:
        kind: such as ``/P``.
        chosen: whether an element is one of those that ``number`` counts, from 0.
    """

    def damage(document):
        found = [element for element in elements(document, kind) if chosen(element)][number]
        found.P.K = pikepdf.Array([kid for kid in found.P.K if kid.objgen != found.objgen])

    return damage


def described(words):
    """Whether an element's alternative text has ``words``."""
    return lambda element: words in str(element.get("/Alt", ""))


def tags_swapped(document):
    """Swap the second and the third paragraph, in the tree alone."""
    first, second = elements(document, "/P")[1:3]
    kids = list(first.P.K)
    one, other = (
        next(n for n, kid in enumerate(kids) if kid.objgen == tag.objgen) for tag in (first, second)
    )
    kids[one], kids[other] = kids[other], kids[one]
    first.P.K = pikepdf.Array(kids)


def drawn(words, change):
    """Damage to the operators of the piece of content that says ``words``."""

    def damage(document):
        saved = io.BytesIO()
        document.save(saved)
        said = pdfium.marked(saved.getvalue())
        redraw(
            document, next(at for at, texts in said.items() if any(words in text for text in texts)), change
        )

    return damage


def redraw(document, at, change):
    """Change the operators of one piece of content; ``at`` is its page, from 0, and its number there."""
    page, out, depth, inside = document.pages[at[0]], [], 0, 0
    for instruction in pikepdf.parse_content_stream(page):
        name = str(instruction.operator)
        if name in ("BDC", "BMC"):
            depth += 1
            told = instruction.operands[1] if len(instruction.operands) > 1 else {}
            if isinstance(told, pikepdf.Dictionary) and int(told.get("/MCID", -1)) == at[1]:
                inside = depth
        out += change(instruction) if inside else [instruction]
        if name == "EMC":
            inside = 0 if inside == depth else inside
            depth -= 1
    page.Contents = document.make_stream(pikepdf.unparse_content_stream(out))


def undrawn(instruction):
    """Draw neither text nor picture."""
    return [] if str(instruction.operator) in ("Tj", "TJ", "Do") else [instruction]


def twice(instruction):
    """Draw a text two times."""
    return [instruction] * (2 if str(instruction.operator) in ("Tj", "TJ") else 1)


def misspelt(instruction):
    """The first two glyphs of a text the other way round."""
    if str(instruction.operator) != "TJ":
        return [instruction]
    glyphs = list(instruction.operands[0])
    first, second, *_ = [
        n for n, item in enumerate(glyphs) if isinstance(item, pikepdf.String) and bytes(item)
    ]
    glyphs[first], glyphs[second] = glyphs[second], glyphs[first]
    return [pikepdf.ContentStreamInstruction([pikepdf.Array(glyphs)], instruction.operator)]


def led_elsewhere(one, other):
    """Damage that lets every link to one place lead to another."""

    def damage(document):
        links = [link for page in document.pages for link in page.get("/Annots", [])]
        for link in links:
            if str(link.get("/Dest", "")) == one:
                link.Dest = pikepdf.String(other)

    return damage


def spoiled(content, damage):
    """A PDF with one damage done to it."""
    with pikepdf.open(io.BytesIO(content)) as document:
        damage(document)
        saved = io.BytesIO()
        document.save(saved)
    return saved.getvalue()
