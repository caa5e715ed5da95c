"""Reads a page of HTML on standard input and writes it as PDF to standard output.

Nothing is fetched: whatever the page names, a picture, a style, a font or a file, is refused.
"""

import io
import sys

import weasyprint


class Refusing(weasyprint.urls.URLFetcher):
    """Fetches nothing, not even addresses that need no network."""

    def fetch(self, url, headers=None):
        raise ValueError(f"nothing is fetched: {url[:80]}")


def main():
    page = sys.stdin.buffer.read().decode("utf-8")
    document = weasyprint.HTML(string=page, url_fetcher=Refusing())
    out = io.BytesIO()
    document.write_pdf(out, pdf_tags=True)
    sys.stdout.buffer.write(out.getvalue())


main()
