"""What the programs here have in common: the texts of a record file, n-grams, and files of pairs."""

import json

import numpy as np


def texts(path, field):
    """The text of each record, in the order of the lines. A line without the field is an error."""
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line)[field] for line in lines if not line.isspace()]


def character_ngrams(text, length):
    """The set of the text's lower-cased n-grams; the whole text where it is shorter."""
    text = text.lower()
    return {text[start:start + length] for start in range(max(1, len(text) - length + 1))}


def tfidf(all_texts, dtype):
    """The matrix that the settings `--normalization none --ngrams 3-5` stand for."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectorizer = TfidfVectorizer(analyzer="char", ngram_range=(3, 5), sublinear_tf=True, dtype=dtype)
    return vectorizer.fit_transform(all_texts).tocsr()


def pairs_above(product, first_row):
    """The pairs (row, column) of a product's stored entries with row < column, and their values."""
    rows = np.repeat(np.arange(product.shape[0], dtype=np.int64), np.diff(product.indptr)) + first_row
    upper = rows < product.indices
    return np.stack([rows[upper], product.indices[upper]], axis=1), product.data[upper]


def write_pairs(path, pairs):
    """Two unsigned 32-bit little-endian numbers a pair, the smaller first, by pair."""
    pairs = np.asarray(pairs, dtype="<u4").reshape(-1, 2)
    pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))].tofile(path)
