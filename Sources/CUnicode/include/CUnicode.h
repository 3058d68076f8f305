/* Unicode normalization and word breaks through ICU. Only stdint types stand here: ICU's own headers clash with Foundation
   as a clang module. */
#ifndef REFRAIN_CUNICODE_H
#define REFRAIN_CUNICODE_H

#include <stdint.h>

/* What to do with the text. */
enum {
    /* Unicode NFKC_Casefold: compatibility forms, case and default-ignorable code points give way. */
    REFRAIN_NFKC_CASEFOLD = 0,
    /* Full lower-casing of the root locale (final sigma by context), nothing else. */
    REFRAIN_LOWERCASE = 1
};

/* Transforms `length` bytes of valid UTF-8 at `utf8` into UTF-16 at `output` (`capacity` units).
   `scratch` holds at least `length` units and is overwritten.
   Returns the number of units the result has, even where it exceeds `capacity` (then nothing usable stands in
   `output`: call again with room), or -1 where ICU refuses (it has no data, or the input is too long). */
int64_t refrain_unicode_transform(int32_t kind, const uint8_t *utf8, int64_t length, uint16_t *scratch,
                                  uint16_t *output, int64_t capacity);

/* The version of ICU that is loaded: its four numbers from the highest byte down. */
uint32_t refrain_icu_version(void);

/* Finds the word boundaries (UAX #29, dictionaries for Chinese, Japanese, Thai and the like) of `count` UTF-16 units
   at `text`, 0 and `count` among them, and writes as many as fit into `breaks`.
   Returns how many there are, or -1 where ICU refuses. */
int64_t refrain_word_breaks(const uint16_t *text, int32_t count, int32_t *breaks, int64_t capacity);

#endif
