#ifndef REFRAIN_COPENBLAS_H
#define REFRAIN_COPENBLAS_H

/* Those functions of OpenBLAS that are used, by their types in C: the library is loaded when it is first needed. Linked to the program it
   would start threads before main, each of which takes 128 MiB of addresses and, where the system refuses these, asks again for
   ever. */

#include <cblas.h>

typedef __typeof__(&cblas_sgemm) openblas_sgemm;
typedef __typeof__(&cblas_ssyrk) openblas_ssyrk;
/* Sets how many threads share a product. */
typedef void (*openblas_set_threads)(int count);
/* Ends the threads that stand by. */
typedef int (*openblas_end_threads)(void);
/* Takes one of the buffers that products work in, and gives it back to the library, which keeps it. */
typedef void *(*openblas_take_buffer)(int position);
typedef void (*openblas_give_buffer)(void *buffer);

#endif
