/* Loops of which clang makes vectors and the Swift compiler does not: that takes a third to six sevenths of their
   time away, by the widths of the processor. */
#ifndef REFRAIN_CVECTORS_H
#define REFRAIN_CVECTORS_H

#include <stdint.h>

/* How many of the first bytes at `utf8` are ASCII. */
int64_t refrain_ascii_length(const uint8_t *utf8, int64_t length);

/* Writes what `length` bytes of ASCII become under NFKC_Casefold, runs of white space (Python's \s) as one space, to `output`, which
   has room for as many scalars. `before` is the scalar before them: behind a space, white space is dropped.
   Returns how many scalars there are. */
int64_t refrain_fold_ascii(const uint8_t *ascii, int64_t length, uint32_t before, uint32_t *output);

/* Hashes the n-grams of `shortest` to `longest` scalars that begin at each of the first `places` scalars: behind the last place
   `longest - 1` more can be read. That of n scalars from place p on goes to `output[(n - shortest) * stride + p]`.
   The hash of s1 ... sn is (...((c * K + s1) * K + s2) ...) * K + sn modulo 2^64 with odd K, put through a bijection that spreads
   its bits: a round of xor-shift and multiplication as in SplitMix64 (Steele, Lea, Flood, 2014).
   `polynomials` is working memory for `places` numbers. */
void refrain_hash_ngrams(const uint32_t *scalars, int64_t places, int64_t shortest, int64_t longest,
                         uint64_t *polynomials, uint64_t *output, int64_t stride);

#endif
