#ifndef REFRAIN_CPREFETCH_H
#define REFRAIN_CPREFETCH_H

/* Asks for the cache line of `address` before it is needed; any address will do, nothing is read. */
static inline void prefetch(const void *address) { __builtin_prefetch(address); }

#endif
