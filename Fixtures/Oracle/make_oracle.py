"""Writes scikit-learn's cosines into the JSON files beside this script.

The texts (chinese.json, english.json, mixed.json) and the settings (variants.json) are the source;
`cosines` and `madeWith` are replaced in place. To renew the figures, from this folder:

    python3 -m venv oracle-environment
    oracle-environment/bin/pip install scikit-learn==1.9.1
    oracle-environment/bin/python make_oracle.py
    rm -r oracle-environment

The present figures were made with scikit-learn 1.9.1, NumPy 2.4.6, Python 3.11.7 (Unicode 14.0.0).
The version of Python counts: lower-casing and the white space that is collapsed follow its Unicode tables.
"""

import json
import platform
import unicodedata
from pathlib import Path

import numpy
import sklearn
from sklearn.feature_extraction.text import TfidfVectorizer

FOLDER = Path(__file__).resolve().parent
MADE_WITH = (
    f"scikit-learn {sklearn.__version__}, NumPy {numpy.__version__}, "
    f"Python {platform.python_version()} (Unicode {unicodedata.unidata_version})"
)
INVISIBLE = {"Cc", "Cf", "Cn", "Co", "Mn", "Me", "Zl", "Zp", "Zs"}


def cosines(texts, ngram_range, term_frequency="sublinear", idf=True):
    """The n × n matrix of row dot products, float64; a text without n-grams has a row of zeros."""
    vectorizer = TfidfVectorizer(
        analyzer="char",
        ngram_range=tuple(ngram_range),
        sublinear_tf=term_frequency == "sublinear",
        binary=term_frequency == "binary",
        use_idf=idf,
        dtype=numpy.float64,
    )
    rows = vectorizer.fit_transform(texts)
    return (rows @ rows.T).toarray()


def quoted(text):
    """A JSON string as it reads, but for what the eye can't see or an editor might recompose: that is escaped."""
    return '"' + "".join(
        json.dumps(c, ensure_ascii=c != " " and unicodedata.category(c) in INVISIBLE)[1:-1] for c in text
    ) + '"'


def rows_of(items, indent):
    """A JSON array with one item a line."""
    return "[\n" + ",\n".join(f"{indent}  {item}" for item in items) + f"\n{indent}]"


def matrix(values, indent):
    """A JSON array of arrays, one row a line, 9 decimals."""
    return rows_of(("[" + ", ".join(f"{value:.9f}" for value in row) + "]" for row in values), indent)


def written(path, text):
    json.loads(text)
    path.write_text(text, encoding="utf-8", newline="\n")


def renew_texts(name):
    path = FOLDER / name
    oracle = json.loads(path.read_text(encoding="utf-8"))
    texts, ngram_range = oracle["texts"], oracle["ngramRange"]
    content = (
        "{\n"
        f'  "madeWith": {json.dumps(MADE_WITH)},\n'
        f'  "ngramRange": {json.dumps(ngram_range)},\n'
        f'  "texts": {rows_of(map(quoted, texts), "  ")},\n'
        f'  "cosines": {matrix(cosines(texts, ngram_range), "  ")}\n'
        "}\n"
    )
    assert json.loads(content)["texts"] == texts
    written(path, content)


def renew_variants():
    path = FOLDER / "variants.json"
    texts = json.loads((FOLDER / "mixed.json").read_text(encoding="utf-8"))["texts"]
    variants = []
    for variant in json.loads(path.read_text(encoding="utf-8")):
        settings = variant["settings"]
        values = cosines(texts, settings["ngramRange"], settings["termFrequency"], settings["idf"])
        variants.append(
            "{\n"
            f'    "name": {json.dumps(variant["name"], ensure_ascii=False)},\n'
            f'    "madeWith": {json.dumps(MADE_WITH)},\n'
            f'    "settings": {json.dumps(settings)},\n'
            f'    "cosines": {matrix(values, "    ")}\n'
            "  }"
        )
    written(path, rows_of(variants, "") + "\n")


if __name__ == "__main__":
    for name in ("chinese.json", "english.json", "mixed.json"):
        renew_texts(name)
    renew_variants()
