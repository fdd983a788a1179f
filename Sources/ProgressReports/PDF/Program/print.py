"""Prints HTML pages as tagged PDF files with WeasyPrint, all of them in one process.

Standard input and output hold one document after another: its length in bytes in decimal figures, an end of line, its bytes.
"""
import sys

from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration


def refuse(url):
    """A report holds all that it shows; whatever asks for more is not served."""
    raise ValueError("nothing is fetched")


def main():
    source, target = sys.stdin.buffer, sys.stdout.buffer
    fonts = FontConfiguration()
    while length := source.readline():
        page = source.read(int(length)).decode("utf-8")
        document = HTML(string=page, url_fetcher=refuse).write_pdf(variant="pdf/ua-1", font_config=fonts)
        target.write(b"%d\n" % len(document))
        target.write(document)
        target.flush()


main()
