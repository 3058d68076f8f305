#ifndef REFRAIN_CALLOCATION_H
#define REFRAIN_CALLOCATION_H

/* Has `handler` called in the place of returning nothing, where a function that is called for memory has none to give: Swift's
   runtime and most libraries end the process by a signal then. The handler must not return, and finds no memory either. */
void refrain_on_exhausted_memory(void (*handler)(void));

#endif
