#include "CFuzzer.h"

// Weak: an ordinary build of all targets has no libFuzzer to link with.
extern int LLVMFuzzerRunDriver(int *argc, char ***argv, refrain_fuzz_test test) __attribute__((weak));

// libFuzzer's own main, which never runs, asks for this one.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    (void)data;
    (void)size;
    return 0;
}

int refrain_fuzzer_is_linked(void) { return LLVMFuzzerRunDriver != 0; }

int refrain_fuzzer_run(int *argc, char ***argv, refrain_fuzz_test test) {
    return LLVMFuzzerRunDriver ? LLVMFuzzerRunDriver(argc, argv, test) : 2;
}
