#!/usr/bin/env python3
"""Holds Refrain's pairs against scikit-learn's full sparse product.

    oracle.py RECORDS PAIRS [--threshold 0.8] [--text-field text]

PAIRS is what `refrain find RECORDS --format jsonl --id-field none --title-field none --normalization none --ngrams 3-5`
wrote for the same threshold. Every pair of the product must be there and no other, pairs within 1e-6 of the threshold
aside, each with its similarity to 1e-5. Exit status: 0 where that holds, 1 where it does not; each difference is
printed, ten of a kind at most.
"""

import argparse
import json
import sys

import numpy as np

import records

NEAR_THRESHOLD = 1e-6
TOLERANCE = 1e-5
# Refrain writes six decimals.
ROUNDING = 5e-7


def product_pairs(matrix, lowest):
    """The pairs of rows whose product is at least `lowest`: row by row, {(a, b): similarity}."""
    transposed = matrix.T.tocsr()
    found = {}
    for first in range(0, matrix.shape[0], 500):
        product = matrix[first:first + 500] @ transposed
        product.data[product.data < lowest] = 0
        product.eliminate_zeros()
        pairs, similarities = records.pairs_above(product, first)
        found.update(zip(map(tuple, pairs.tolist()), similarities.tolist()))
    return found


def written_pairs(path):
    """The pairs of a file, and how many lines repeat one that stands before."""
    found, repeated = {}, 0
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            pair = json.loads(line)
            key = (min(pair["a"], pair["b"]), max(pair["a"], pair["b"]))
            repeated += key in found
            found[key] = pair["similarity"]
    return found, repeated


def complain(what, pairs):
    """Prints the first of `pairs`; says whether there are any."""
    if pairs:
        print(f"{len(pairs)} {what}:")
        for (a, b), values in pairs[:10]:
            print(f"  {a} {b}: {values}")
    return bool(pairs)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("records")
    parser.add_argument("pairs")
    parser.add_argument("--threshold", type=float, default=0.8)
    parser.add_argument("--text-field", default="text")
    options = parser.parse_args()

    texts = records.texts(options.records, options.text_field)
    exact = product_pairs(records.tfidf(texts, np.float64), options.threshold - 2 * NEAR_THRESHOLD)
    written, repeated = written_pairs(options.pairs)

    missing = [
        (pair, similarity) for pair, similarity in exact.items()
        if pair not in written and similarity >= options.threshold + NEAR_THRESHOLD]
    extra = [
        (pair, similarity) for pair, similarity in written.items()
        if exact.get(pair, 0) < options.threshold - NEAR_THRESHOLD]
    both = [(pair, exact[pair], similarity) for pair, similarity in written.items() if pair in exact]
    differences = [abs(a - b) for _, a, b in both]
    different = [
        (pair, (a, b)) for (pair, a, b), difference in zip(both, differences) if difference > TOLERANCE + ROUNDING]

    reaching = sum(similarity >= options.threshold for similarity in exact.values())
    print(
        f"{len(texts)} records: {reaching} pairs of scikit-learn's at {options.threshold}, {len(written)} of Refrain's; "
        f"similarities differ by at most {max(differences, default=0):.1e}")
    faults = [
        complain("pairs are missing (a b: scikit-learn's similarity)", missing),
        complain("pairs are too many (a b: Refrain's similarity)", extra),
        complain("similarities differ (a b: scikit-learn's, Refrain's)", different),
        complain("pairs are written twice", [((0, 0), f"{repeated} lines")] if repeated else []),
    ]
    if not written:
        print("there is no pair: nothing was compared")
    sys.exit(1 if any(faults) or not written else 0)


if __name__ == "__main__":
    main()
