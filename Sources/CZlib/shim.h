/* zlib: inflate for gzip. */
#include <zlib.h>
