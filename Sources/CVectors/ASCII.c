#include "CVectors.h"

/* Bytes in one vector register of any 64-bit processor. */
enum { BLOCK = 16 };

int64_t refrain_ascii_length(const uint8_t *utf8, int64_t length) {
    int64_t place = 0;
    for (; place + BLOCK <= length; place += BLOCK) {
        uint8_t bits = 0;
        for (int i = 0; i < BLOCK; i++) bits |= utf8[place + i];
        if (bits >= 0x80) break;
    }
    while (place < length && utf8[place] < 0x80) place++;
    return place;
}

static inline uint8_t is_white(uint8_t byte) {
    return (byte == 0x20) | ((uint8_t)(byte - 9) <= 4) | ((uint8_t)(byte - 28) <= 3);
}

static inline uint8_t folded(uint8_t byte) {
    uint8_t lower = (uint8_t)(byte - 'A') <= 'Z' - 'A' ? byte | 0x20 : byte;
    return is_white(byte) ? 0x20 : lower;
}

/* Folds a block behind a byte that stands there; 0, and nothing usable at `output`, where white space follows white space. */
static inline int fold_block(const uint8_t *ascii, uint32_t *output) {
    uint8_t block[BLOCK], repeated = 0;
    for (int i = 0; i < BLOCK; i++) {
        repeated |= is_white(ascii[i]) & is_white(ascii[i - 1]);
        block[i] = folded(ascii[i]);
    }
    for (int i = 0; i < BLOCK; i++) output[i] = block[i];
    return !repeated;
}

int64_t refrain_fold_ascii(const uint8_t *ascii, int64_t length, uint32_t before, uint32_t *output) {
    int64_t read = 0, written = 0;
    while (read < length) {
        int64_t end = read == 0 ? 1 : read + BLOCK < length ? read + BLOCK : length;
        if (end - read == BLOCK && fold_block(ascii + read, output + written)) {
            read = end;
            written += BLOCK;
            before = output[written - 1];
        }
        for (; read < end; read++) {
            uint32_t scalar = folded(ascii[read]);
            output[written] = scalar;
            /* Without a branch: what is not counted is written over. */
            written += !(scalar == 0x20 && before == 0x20);
            before = scalar;
        }
    }
    return written;
}
