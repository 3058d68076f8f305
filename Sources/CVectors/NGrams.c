#include "CVectors.h"

/* The widest vectors that the processor has are chosen when the program starts: eight products of 64 bits at once where it has
   AVX-512DQ. Every way gives the same numbers. */
#if defined(__x86_64__) && defined(__linux__)
#define WIDEST __attribute__((target_clones("avx512dq", "avx2", "default")))
#else
#define WIDEST
#endif

static inline uint64_t step(uint64_t polynomial, uint32_t scalar) {
    return polynomial * 0x9E3779B97F4A7C15u + scalar;
}

static inline uint64_t spread(uint64_t polynomial) {
    uint64_t value = (polynomial ^ polynomial >> 32) * 0xD6E8FEB86659FD93u;
    return value ^ value >> 32;
}

WIDEST void refrain_hash_ngrams(const uint32_t *scalars, int64_t places, int64_t shortest, int64_t longest,
                                uint64_t *restrict polynomials, uint64_t *restrict output, int64_t stride) {
    for (int64_t place = 0; place < places; place++) polynomials[place] = 0x2545F4914F6CDD1Du;
    for (int64_t behind = 0; behind < longest; behind++) {
        if (behind + 1 < shortest) {
            for (int64_t place = 0; place < places; place++)
                polynomials[place] = step(polynomials[place], scalars[place + behind]);
        } else {
            uint64_t *hashes = output + (behind + 1 - shortest) * stride;
            for (int64_t place = 0; place < places; place++) {
                polynomials[place] = step(polynomials[place], scalars[place + behind]);
                hashes[place] = spread(polynomials[place]);
            }
        }
    }
}
