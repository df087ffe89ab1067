"""The catalogue of conditions: what should hold, how much it weighs, and what to do where it does not.

A condition is named as what should hold. ``basylym explain`` and docs/conditions.md print it.
"""

from __future__ import annotations

from basylym.model.severity import Catalogue, Severity, error, query, warning

__all__ = ["Condition", "Severity"]


class Condition(Catalogue):
    """The catalogue: ``basylym explain`` and docs/conditions.md print these lines."""

    # The source and the command line
    FILE_EXISTS = error(
        "Each file or folder named on the command line exists.",
        "Correct the name, or create the file.",
    )
    SOURCE_HAS_TEXT = error(
        "The source holds at least one letter.",
        "Give the file that holds the article's text.",
    )
    SOURCE_IS_TEXT = error(
        "The source is text in an encoding that Basylym reads.",
        "Save the article as plain text in UTF-8, or name its encoding with --encoding.",
    )
    ENCODING_IS_KNOWN = error(
        "The encoding named with --encoding exists and fits the source's bytes.",
        "Name another encoding, such as utf-8, cp1251 or utf-16, or leave --encoding out.",
    )
    ENCODING_IS_DECLARED = warning(
        "The source says which encoding it is in, or is valid UTF-8.",
        "Read a few lines of article.md; if letters are wrong, normalize again with --encoding.",
    )
    ENCODING_IS_CERTAIN = error(
        "Only one encoding makes words of the source.",
        "Normalize again with --encoding and the name whose sample reads as the text should.",
    )
    SUFFIX_TELLS_FORMAT = warning(
        "The source's name ends as files of its format do.",
        "Rename the file; it was read as what it is.",
    )
    SOURCE_OPENS = error(
        "The source is a whole file of its format, without a password and of a bearable size.",
        "Open it in the program that made it and save it again.",
    )
    SOURCE_STANDS_ALONE = error(
        "The source is one file that holds the whole article.",
        "Join the files into one (for TeX: latexpand main.tex > whole.tex) and normalize that.",
    )
    SOURCE_COMES_THROUGH = warning(
        "Everything that the source's file shows to a reader is in the manuscript.",
        "Compare the place named with the file, and write what is missing into article.md.",
    )
    PAGE_HAS_TEXT = error(
        "Every page of the PDF has a layer of text.",
        "Recognize the pages first, as with: ocrmypdf --language kaz+rus+eng scan.pdf text.pdf",
    )
    COLUMNS_STAND_APART = error(
        "The lines of the text run on, and are not those of two columns side by side.",
        "Give the PDF itself, or extract its text again column by column: pdftotext without -layout.",
    )
    LANGUAGE_IS_KNOWN = warning(
        "The language of the article has a language pack.",
        "Set lang in the front matter to a language with a pack, or add src/basylym/languages/<tag>.py.",
    )
    WORDS_CAN_BE_LOOKED_UP = warning(
        "The words of the source's language can be looked up, so that broken ones are known again.",
        "Install its Hunspell dictionary (on Debian: apt-get install hunspell-en-us) and normalize again.",
    )
    LANGUAGE_IS_DECLARED = warning(
        "The language of the source is named.",
        "Name it with --lang, or correct lang in the front matter if the guess is wrong.",
    )
    MANUSCRIPT_IS_UNEDITED = error(
        "Normalizing does not overwrite what a person has edited.",
        "Move the edited file away, or normalize into another folder with --into.",
    )
    MANUSCRIPT_IS_MERGED = warning(
        "Normalizing again changes no line of an edited manuscript.",
        "Compare the new file with the one kept beside it, then take that one away.",
    )
    MERGE_IS_CLEAN = error(
        "No line was changed both by a person and by normalizing again.",
        "Search for <<<<<<< in the file, keep one of the two readings and take the lines of signs away.",
    )
    OUTPUT_IS_WRITABLE = error(
        "The output folder can be written to.",
        "Choose another folder with --out, or change its permissions.",
    )
    EDITION_IS_KNOWN = error(
        "Every edition named with --to is one that the press prints.",
        "Name editions from the list, with commas between them.",
    )
    CONDITION_EXISTS = error(
        "The condition to explain is in the catalogue.",
        "Run basylym explain without a name to list all conditions.",
    )
    TOOL_IS_PRESENT = error(
        "Every outside tool and library that an edition needs can be loaded.",
        "Run basylym doctor: it prints the command that installs what is missing.",
    )

    # The ledger
    LEDGER_REPLAYS = error(
        "The ledger replayed on the source gives the fair copy, and its inverse gives the source back.",
        "Restore source.txt and ledger.tsv as they were written, or normalize again into a new folder.",
    )
    QUERY_IS_SETTLED = query(
        "Every question that only the author can settle has been settled.",
        "Correct article.md, or leave it as it stands.",
    )
    DECISION_IS_READ = error(
        "Each line of decisions.tsv is a decision: id, verdict, rule, before, text, left, right.",
        "Correct the line, or take it out and decide again with basylym decide.",
    )
    DECISION_IS_USED = warning(
        "Each decision fits one repair or query of the ledger.",
        "Look the place up in ledger.tsv and decide again, or take the line out of decisions.tsv.",
    )
    REPAIR_IS_CERTAIN = warning(
        "Every repair applied without asking is beyond doubt.",
        "Read the repair in ledger.tsv and correct article.md if it is wrong.",
    )

    # The manuscript
    MANUSCRIPT_EXISTS = error(
        "The folder holds manuscript/article.md, or the command names a Markdown file.",
        "Run basylym normalize SOURCE --into DIR, or basylym init DIR.",
    )
    MANUSCRIPT_HAS_TEXT = error(
        "The manuscript has a body.",
        "Write the article below the front matter.",
    )
    MANUSCRIPT_IS_UTF8 = error(
        "article.md and references.bib are UTF-8 text.",
        "Save the file as UTF-8.",
    )
    FRONT_MATTER_IS_YAML = error(
        "The front matter is YAML between two lines of three hyphens, each field of its kind.",
        "Correct the line named; quote a value that holds a colon.",
    )
    FIELD_IS_READ = warning(
        "No field of the front matter is a known one misspelt.",
        "Correct the field's name; what stands in it is not read.",
    )
    IDENTIFIER_IS_VALID = warning(
        "Each ORCID, ISSN, DOI, IRSTI code and address in the front matter can be right.",
        "Compare it with where it was taken from, digit by digit.",
    )
    TITLE_IS_GIVEN = warning(
        "The article has a title of its author's.",
        "Put the title in the front matter; a title in square brackets was supplied by the press.",
    )
    AUTHOR_IS_GIVEN = warning(
        "The article names its authors.",
        "Put the authors in the front matter.",
    )
    ABSTRACT_IS_GIVEN = warning(
        "The article has an abstract.",
        "Put the abstract in the front matter.",
    )
    DATE_IS_GIVEN = warning(
        "The front matter gives the date of the article.",
        "Put date: YYYY-MM-DD in the front matter.",
    )
    JOURNAL_EXISTS = error(
        "The journal named by its file is one that is shipped, or a .toml file inside the project.",
        "Name one from docs/journals.md; to give no more than a title, write journal: {title: ...}.",
    )
    JOURNAL_PARSES = error(
        "A journal's file is TOML that holds what a journal may hold, each value of its kind.",
        "Correct the field named; templates/journals/sample-journal.toml shows all of them.",
    )
    JOURNAL_IS_SATISFIED = warning(
        "The article has what its journal asks of manuscripts.",
        "Give what is named; the journal's page counts, and its file says when it was read.",
    )
    FIGURE_EXISTS = error(
        "Every figure's file exists inside the project and is a picture that can be printed.",
        "Put the picture beside article.md and name it by a relative path.",
    )
    FIGURE_HAS_ALTERNATIVE = warning(
        "Every picture has a text for those who cannot see it.",
        'Write the text between the square brackets of ![...](picture.svg), or as alt="...".',
    )
    CROSS_REFERENCE_RESOLVES = error(
        "Every cross-reference names a figure, table, equation or section of the article.",
        "Correct the label, or give the label to what is meant.",
    )
    LABEL_IS_UNIQUE = error(
        "No two figures, tables, equations or sections bear the same label.",
        "Rename one of the labels.",
    )
    MATHEMATICS_RENDERS = error(
        "Every formula is TeX that can be set.",
        "Correct the formula.",
    )
    MARKUP_IS_SAFE = warning(
        "The manuscript holds no raw HTML or TeX.",
        "Write it in Markdown; raw code is printed as it stands, never executed.",
    )

    # Citations and references
    BIBLIOGRAPHY_EXISTS = error(
        "The bibliography that the front matter names exists inside the project.",
        "Correct bibliography in the front matter, or create the file.",
    )
    BIBLIOGRAPHY_PARSES = error(
        "Every entry of references.bib is BibTeX.",
        "Correct the entry: a brace, a comma or a quotation mark is missing there.",
    )
    REFERENCE_IS_UNIQUE = error(
        "No two entries of references.bib have the same key.",
        "Rename or remove one of the two.",
    )
    CITATION_RESOLVES = error(
        "Every citation key has an entry in references.bib.",
        "Add the entry, or correct the key.",
    )
    REFERENCE_IS_COMPLETE = warning(
        "Every reference says at least who or what is cited.",
        "Fill in author, title and year in references.bib.",
    )
    REFERENCE_IS_LINKED = warning(
        "The list of references is in references.bib, and the text cites it by key.",
        "Move the entries to references.bib and write [@key] for their numbers.",
    )
    REFERENCE_IS_PARSED = warning(
        "Every word of an entry as typed found its field in references.bib.",
        "Fill in the fields from basylym-raw; what was read stands in fields that begin with basylym-.",
    )
    REFERENCE_IS_CITED = warning(
        "Every entry of references.bib is cited.",
        "Cite it, or remove the entry.",
    )
    STYLE_EXISTS = error(
        "The citation style is one that is shipped, or a CSL file inside the project.",
        "Run basylym build --help for the names, or give the path of a .csl file.",
    )

    TITLE_IS_TRANSLATED = warning(
        "Every title of the second list that was romanized has an English translation beside it.",
        "Write title-en = {...} in the entry; title-latin and author-latin correct the romanization.",
    )
    ROMANIZATION_EXISTS = error(
        "The system named for the second list, or for another script, is one that the press has.",
        "Name a system from the list printed above.",
    )
    SCRIPT_CAN_BE_SET = error(
        "The edition can set the script that was asked for.",
        "Ask for the web page or the EPUB: what lays out PDF pages cannot set lines from right to left.",
    )

    # The editions
    GLYPH_IS_IN_FONT = warning(
        "The fonts of the edition hold every character of the article.",
        "Replace the character, or add a font that has it.",
    )
    TERM_IS_TRANSLATED = warning(
        "Every word that the press adds is in the language of the article.",
        "Add the term to the language pack.",
    )
    EDITION_KEEPS_TEXT = error(
        "The words of the edition are the words of the manuscript.",
        "Do not publish this edition; report the place named.",
    )
    CERTIFICATE_EXISTS = error(
        "Beside the editions lies the certificate that the press wrote with them.",
        "Run basylym build.",
    )
    EDITION_IS_CERTIFIED = error(
        "Every edition is byte for byte the one that its certificate names.",
        "Build again, and take the edition from there.",
    )
    MANUSCRIPT_IS_CERTIFIED = error(
        "The manuscript, its bibliography, pictures, source and ledger are those that the editions are of.",
        "Build again: the article was edited after its editions were made.",
    )
    CHILD_ENDS = error(
        "An outside tool ends within its limits of time and memory.",
        "Look for deeply nested or endless markup at the place named, or a very large picture.",
    )
    PAGE_IS_CLEAN = warning(
        "The page has no flaw that the press knows how to see.",
        "Reword the passage, or accept the flaw.",
    )
    PARAGRAPH_IS_COMPOSED = warning(
        "Every paragraph is composed as a whole, and no line needs word spaces wider than an em to be full.",
        "Reword the passage, or write a soft hyphen into the word that cannot be broken.",
    )
    PAGES_ARE_NAMED = warning("The EPUB names every page of the PDF.", "Mend what keeps it from being made.")
    EDITION_IS_ANONYMOUS = error(
        "An anonymous edition names its authors nowhere: not in its text, pictures or properties.",
        "Do not send this file; take the name out of the place named, and build again.",
    )
