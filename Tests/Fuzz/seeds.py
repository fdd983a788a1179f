"""Puts the sample data together as the inputs that the fuzzer begins with, and the words that it may put into them.

    seeds.py FOLDER
"""

import pathlib
import re
import shutil
import sys

# Stands between the files of one input, as in FormTrials and CompanyTrial.
DIVIDER = b"\x01"
LARGEST = 16384
COMPANY = ["mensen", "taken", "scholen", "profielen", "trainees"]

WEB = [
    b"vakmatrix=abc; vakmatrix-gast=def; __Host-vakmatrix=ghi; vakmatrix-toestel=j; vakmatrix-bekend=k\n"
    b"wie=ria&wachtwoord=Zaagsel+op%20de%2Bvloer&bewijs=%C3%A9%FF&keuze.i-1=over&reden.i-1=a%0D%0Ab&leeg=&=x&y",
    b"multipart/form-data; boundary=----vak\n"
    b'------vak\r\nContent-Disposition: form-data; name="bewijs"\r\n\r\nabc\r\n'
    b'------vak\r\nContent-Disposition: form-data; name="bestand"; filename="C:\\map\\a.xml"\r\n'
    b"Content-Type: text/xml\r\n\r\n<bericht/>\r\n------vak--\r\n",
    b'multipart/form-data; boundary="x"\n--x\r\ncontent-disposition: form-data; name=a; filename=""\r\n\r\n\r\n--x--',
    b"\n/trainee/t-001/afvinken%2F..%00%",
]


def forms(root):
    """Forms of every kind, and those of the gallery of problems."""
    yield from sorted((root / "SampleData/Forms").glob("*.xml"))
    for folder in [root / "Templates/SchoolForms", root / "SampleData/NewSchool", root / "SampleData/Problems"]:
        yield from (path for path in sorted(folder.rglob("*.x*")) if path.suffix in (".xml", ".xfdf") and path.stem != "dialect")


def dialects(root):
    """Each dialect with a form beside it."""
    for path in sorted(root.rglob("dialect.xml")):
        beside = [form for form in sorted(path.parent.glob("*.x*")) if form != path and form.suffix in (".xml", ".xfdf")]
        yield path.read_bytes() + (DIVIDER + beside[0].read_bytes() if beside else b"")


def companies(root):
    """The CSV files of each company, one after another."""
    for folder in sorted({path.parent for path in (root / "SampleData").rglob("*.csv")}):
        files = [folder / (name + ".csv") for name in COMPANY]
        yield DIVIDER.join(file.read_bytes() if file.exists() else b"" for file in files)


def words(root, names):
    """The names and values that stand in these files."""
    found = set()
    for name in names:
        for path in root.glob(name):
            found |= set(re.findall(r"[A-Za-z_][\w:.-]{1,30}", path.read_text(errors="replace"), re.ASCII))
    return sorted(found)


def main():
    root, folder = pathlib.Path(__file__).resolve().parents[2], pathlib.Path(sys.argv[1])
    all_forms = [path.read_bytes() for path in forms(root)]
    schools = [text for text in all_forms if b"voortgangsformulier:1" not in text]
    seeds = {
        "form": all_forms, "draft": schools, "filling": schools, "dialect": list(dialects(root)),
        "company": list(companies(root)), "web": WEB,
    }
    marks = ["<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE", "<?xml version='1.0' encoding='UTF-16'?>", "&#x", "xmlns:", "xml:space"]
    spoken = {
        "form": words(root, ["Sources/SchoolForms/Schema/voort*.xsd"]) + marks,
        "dialect": words(root, ["Sources/SchoolForms/Schema/dialect*.xsd", "Templates/SchoolForms/*/dialect.xml"]) + marks,
        "company": words(root, ["SampleData/company/*.csv"]) + [";", '""', "\\x01", "\\x0D"],
        "web": ["multipart/form-data; boundary=", "Content-Disposition: form-data; name=", "; filename=", "--", "%2F", "vakmatrix="],
    }
    spoken["draft"] = spoken["filling"] = words(root, ["Templates/SchoolForms/*/dialect.xml"]) + marks
    for reader, inputs in seeds.items():
        shutil.rmtree(folder / reader, ignore_errors=True)
        (folder / reader).mkdir(parents=True)
        for number, text in enumerate(inputs):
            if len(text) <= LARGEST:
                (folder / reader / f"{number:03}").write_bytes(text)
        lines = ['"' + word.replace('"', '\\"') + '"\n' for word in spoken[reader]]
        (folder / f"{reader}.dict").write_text("".join(lines))


main()
