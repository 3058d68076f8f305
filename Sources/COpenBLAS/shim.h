/* OpenBLAS's C interface, and two calls of its own that cblas.h does not declare everywhere. */
#include <cblas.h>

void openblas_set_num_threads(int count);

/* Ends the pool of threads. Only the builds that have a pool of their own define it. */
int blas_thread_shutdown_(void) __attribute__((weak));

/* From here on every product runs on the thread that calls it, and no thread of OpenBLAS's stands by: while they wait for
   work they spin. openblas_set_num_threads must not be called again, it would start them anew. */
static inline void openblas_keep_to_calling_thread(void) {
    openblas_set_num_threads(1);
    if (blas_thread_shutdown_) blas_thread_shutdown_();
}
