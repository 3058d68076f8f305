#include "CAllocation.h"

#include <errno.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdlib.h>

static _Atomic(void (*)(void)) exhausted;

void refrain_on_exhausted_memory(void (*handler)(void)) { atomic_store(&exhausted, handler); }

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer)
#define SANITIZED 1
#endif
#endif

/* The program's own functions come before those of the C library, for it and all its libraries (ld.so(8), "symbol
   interposition"; glibc's manual, "Replacing malloc"). They are glibc's, with a look at the result. A sanitizer brings others. */
#if defined(__GLIBC__) && !defined(SANITIZED)

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);
void *__libc_memalign(size_t alignment, size_t size);

static inline void *checked(void *memory) {
    if (__builtin_expect(memory == NULL, 0) && errno == ENOMEM) {
        void (*handler)(void) = atomic_load(&exhausted);
        if (handler) handler();
    }
    return memory;
}

void *malloc(size_t size) { return checked(__libc_malloc(size)); }

void *calloc(size_t count, size_t size) { return checked(__libc_calloc(count, size)); }

void *realloc(void *old, size_t size) {
    void *memory = __libc_realloc(old, size);
    /* A size of 0 frees, and gives nothing. */
    return size == 0 ? memory : checked(memory);
}

void *memalign(size_t alignment, size_t size) { return checked(__libc_memalign(alignment, size)); }

void *aligned_alloc(size_t alignment, size_t size) { return checked(__libc_memalign(alignment, size)); }

int posix_memalign(void **memory, size_t alignment, size_t size) {
    if (alignment % sizeof(void *) != 0 || alignment == 0 || (alignment & (alignment - 1)) != 0) return EINVAL;
    void *result = checked(__libc_memalign(alignment, size));
    if (result == NULL) return ENOMEM;
    *memory = result;
    return 0;
}

#endif
