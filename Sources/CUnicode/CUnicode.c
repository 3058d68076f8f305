#include "CUnicode.h"

#include <limits.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/uversion.h>

uint32_t refrain_icu_version(void) {
    UVersionInfo version;
    u_getVersion(version);
    return (uint32_t)version[0] << 24 | (uint32_t)version[1] << 16 | (uint32_t)version[2] << 8 | version[3];
}

int64_t refrain_unicode_transform(int32_t kind, const uint8_t *utf8, int64_t length, uint16_t *scratch,
                                  uint16_t *output, int64_t capacity) {
    if (length > INT32_MAX / 4) return -1;
    if (length == 0) return 0;
    int32_t room = capacity > INT32_MAX ? INT32_MAX : (int32_t)capacity;
    UErrorCode status = U_ZERO_ERROR;
    int32_t units = 0;
    u_strFromUTF8((UChar *)scratch, (int32_t)length, &units, (const char *)utf8, (int32_t)length, &status);
    if (U_FAILURE(status)) return -1;
    status = U_ZERO_ERROR;
    int32_t result;
    if (kind == REFRAIN_LOWERCASE) {
        result = u_strToLower((UChar *)output, room, (const UChar *)scratch, units, "", &status);
    } else {
        const UNormalizer2 *normalizer = unorm2_getNFKCCasefoldInstance(&status);
        if (U_FAILURE(status)) return -1;
        result = unorm2_normalize(normalizer, (const UChar *)scratch, units, (UChar *)output, room, &status);
    }
    if (status == U_BUFFER_OVERFLOW_ERROR) return result;
    return U_FAILURE(status) ? -1 : result;
}
