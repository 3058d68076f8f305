/* XXH3, 128 bits: stable across machines and versions of the library since 0.8.0. */
#include <xxhash.h>
