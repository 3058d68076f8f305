#include "CUnicode.h"

#include <unicode/ubrk.h>

int64_t refrain_word_breaks(const uint16_t *text, int32_t count, int32_t *breaks, int64_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    UBreakIterator *iterator = ubrk_open(UBRK_WORD, "", (const UChar *)text, count, &status);
    if (U_FAILURE(status)) return -1;
    int64_t found = 0;
    for (int32_t place = ubrk_first(iterator); place != UBRK_DONE; place = ubrk_next(iterator)) {
        if (found < capacity) breaks[found] = place;
        found++;
    }
    ubrk_close(iterator);
    return found;
}
