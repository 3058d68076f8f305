#!/usr/bin/env python3
"""Runs one peer on one file of records in this process, and writes the pairs that it finds.

    peers.py PEER RECORDS --pairs FILE [--threads N] [--text-field text]

Standard output gets one line of JSON: versions, pairs, and the seconds of each step. Each peer is used as its
own documentation says, through its bulk calls where it has them, on the same field of the same lines:

sparse_dot_topn  the same cosine as Refrain's, exact: scikit-learn's vectors, products of at least 0.8, all threads
gaoya            MinHash LSH over character 5-grams, Jaccard 0.7, 128 hashes, all threads
rensa            MinHash LSH over character 5-grams, Jaccard 0.5, 128 hashes in 32 bands; candidates are
                 kept where the share of equal hashes reaches 0.5, since its index gives them unverified
datasketch       MinHash LSH over character 5-grams, Jaccard 0.7, 128 hashes, candidates kept likewise
fastsketch       FastSketchLSH over character 5-grams, hashed by numpy, Jaccard 0.5, 128 hashes in 32
                 bands, candidates kept likewise: the fastest way to drive it that was found
"""

import argparse
import importlib.metadata
import json
import time

import numpy as np

import records

HASHES = 128
SHINGLE = 5
COSINE = 0.8


class Steps:
    """The seconds from step to step."""

    def __init__(self):
        self.seconds = {}
        self.last = time.perf_counter()

    def end(self, name):
        now = time.perf_counter()
        self.seconds[name] = round(now - self.last, 4)
        self.last = now


def verified(candidates, hashes, jaccard):
    """The candidates of which the share of equal hashes, the estimate of Jaccard's index, reaches `jaccard`."""
    kept = []
    for first in range(0, len(candidates), 50_000):
        part = candidates[first:first + 50_000]
        kept.append(part[(hashes[part[:, 0]] == hashes[part[:, 1]]).mean(axis=1) >= jaccard])
    return np.concatenate(kept) if kept else candidates


def upper(partners):
    """The pairs i < j of a list of partners for each i."""
    pairs = [(i, j) for i, found in enumerate(partners) for j in found if i < j]
    return np.array(pairs, dtype=np.int64).reshape(-1, 2)


def sparse_dot_topn(texts, threads, steps):
    from sparse_dot_topn import sp_matmul_topn

    matrix = records.tfidf(texts, np.float32)
    steps.end("vectorize")
    transposed = matrix.T.tocsr()
    found = []
    for first in range(0, matrix.shape[0], 10_000):
        # As many partners a row as there are rows: nothing is cut off, the result is exact.
        product = sp_matmul_topn(
            matrix[first:first + 10_000], transposed, top_n=matrix.shape[0], threshold=COSINE, n_threads=threads)
        found.append(records.pairs_above(product, first)[0])
    steps.end("join")
    return np.concatenate(found)


def gaoya(texts, threads, steps):
    from gaoya.minhash import MinHashStringIndex

    index = MinHashStringIndex(
        hash_size=32, jaccard_threshold=0.7, num_bands=None, band_size=None, num_hashes=HASHES, analyzer="char",
        lowercase=True, ngram_range=(SHINGLE, SHINGLE))
    index.par_bulk_insert_docs(list(range(len(texts))), texts)
    steps.end("hash")
    pairs = upper(index.par_bulk_query(texts))
    steps.end("query")
    return pairs


def rensa(texts, threads, steps):
    from rensa import RMinHash, RMinHashLSH

    hashes = RMinHash.from_token_sets((records.character_ngrams(text, SHINGLE) for text in texts), HASHES, 42)
    steps.end("hash")
    index = RMinHashLSH(threshold=0.5, num_perm=HASHES, num_bands=32)
    index.insert_many(hashes)
    candidates = upper(index.query_all(hashes))
    steps.end("query")
    pairs = verified(candidates, np.array([one.digest() for one in hashes]), 0.5)
    steps.end("verify")
    return pairs


def datasketch(texts, threads, steps):
    from datasketch import MinHash, MinHashLSH

    ngrams = ([ngram.encode() for ngram in records.character_ngrams(text, SHINGLE)] for text in texts)
    hashes = list(MinHash.generator(ngrams, num_perm=HASHES))
    steps.end("hash")
    index = MinHashLSH(threshold=0.7, num_perm=HASHES)
    with index.insertion_session() as session:
        for number, one in enumerate(hashes):
            session.insert(number, one, check_duplication=False)
    candidates = upper(index.query(one) for one in hashes)
    steps.end("query")
    pairs = verified(candidates, np.stack([one.hashvalues for one in hashes]), 0.7)
    steps.end("verify")
    return pairs


def hashed_ngrams(text):
    """The character 5-grams of a text as 32-bit numbers; a text of fewer characters counts as one n-gram."""
    points = np.frombuffer(text.ljust(SHINGLE, "\0").encode("utf-32-le"), dtype=np.uint32).astype(np.uint64)
    count = len(points) - SHINGLE + 1
    hashes = points[:count]
    for place in range(1, SHINGLE):
        hashes = hashes * np.uint64(0x100000001B3) + points[place:place + count]
    hashes = (hashes ^ (hashes >> np.uint64(31))) * np.uint64(0xD6E8FEB86659FD93)
    return (hashes >> np.uint64(32)).astype(np.uint32)


def fastsketch(texts, threads, steps):
    from FastSketchLSH import LSH, FastSimilaritySketch

    ngrams = [hashed_ngrams(text.lower()) for text in texts]
    starts = np.cumsum([0] + [len(own) for own in ngrams]).astype(np.uint64)
    steps.end("hash")
    sketches = FastSimilaritySketch(HASHES).batch_csr(np.concatenate(ngrams), starts)
    steps.end("sketch")
    index = LSH(HASHES, 32)
    index.insert(sketches)
    found, ends = (np.asarray(part).astype(np.int64) for part in index.query(sketches, format="csr"))
    asked = np.repeat(np.arange(len(ends) - 1), np.diff(ends))
    candidates = np.stack([asked, found], axis=1)[asked < found]
    steps.end("query")
    pairs = verified(candidates, np.asarray(sketches), 0.5)
    steps.end("verify")
    return pairs


PEERS = {
    "sparse_dot_topn": (sparse_dot_topn, ["scikit-learn", "sparse-dot-topn"]),
    "gaoya": (gaoya, ["gaoya"]),
    "rensa": (rensa, ["rensa"]),
    "datasketch": (datasketch, ["datasketch"]),
    "fastsketch": (fastsketch, ["FastSketchLSH"]),
}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("peer", choices=PEERS)
    parser.add_argument("records")
    parser.add_argument("--pairs", required=True)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--text-field", default="text")
    options = parser.parse_args()
    run, packages = PEERS[options.peer]
    steps = Steps()
    texts = records.texts(options.records, options.text_field)
    steps.end("read")
    pairs = run(texts, options.threads, steps)
    records.write_pairs(options.pairs, pairs)
    steps.end("write")
    print(json.dumps({
        "versions": {package: importlib.metadata.version(package) for package in packages},
        "records": len(texts), "pairs": len(pairs), "seconds": steps.seconds}))


if __name__ == "__main__":
    main()
