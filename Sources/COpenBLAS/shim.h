/* OpenBLAS's C interface, and the one call of its own that cblas.h does not declare everywhere. */
#include <cblas.h>

void openblas_set_num_threads(int count);
