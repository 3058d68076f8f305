#include <stddef.h>
#include <stdint.h>

// What a fuzzer calls with each input.
typedef int (*refrain_fuzz_test)(const uint8_t *data, size_t size);

// Whether the program is linked with libFuzzer: only `make fuzz` does.
int refrain_fuzzer_is_linked(void);

// Runs libFuzzer with its own arguments; 2 where it is not linked.
int refrain_fuzzer_run(int *argc, char ***argv, refrain_fuzz_test test);
