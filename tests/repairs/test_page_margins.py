"""The left edge of a page that `pdftotext -layout` keeps is no indent; what is deeper than it is one."""

from basylym.normalize import normalize

FIRST = (
    "    Foxes live in towns of the north and in\n"
    "those of the south, where people feed them\n"
    "with what is left of meals. Nobody knows\n"
    "how many of them there are.\n"
    "    In spring they have young ones and dig\n"
    "their earths below sheds and in gardens of\n"
    "houses that stand empty for a long time.\n"
    "    The young ones play on lawns, and many\n"
    "people who see them there come to like them\n"
    "more than they would say to their own kin.\n"
)
SECOND = FIRST.replace("Foxes", "Badgers").replace("spring", "summer").replace("lawns", "paths")


def test_indents_open_paragraphs_whatever_the_margin_of_each_page():
    deep = "".join(f"   {line}\n" for line in SECOND.splitlines())
    said = normalize(f"{FIRST}\n\f{deep}".encode(), "a.txt", "en").value.article.split("\n---\n", 1)[1]
    opened = [paragraph.split()[0] for paragraph in said.strip().split("\n\n")]
    assert opened == ["Foxes", "In", "The", "Badgers", "In", "The"]
