#ifndef REFRAIN_CMALLOC_H
#define REFRAIN_CMALLOC_H

/* glibc's own part of the allocator, which its Swift module leaves out. */
#include <malloc.h>

#endif
