/* zstd: decompression in a stream. */
#include <zstd.h>
