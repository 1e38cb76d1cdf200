/* fuzz.h - what the fuzz targets share: input as a file, and how a broken promise is told.
 *
 * A target is tests/fuzz/STAGE-topic.c: one function that libFuzzer calls with invented bytes. It must end,
 * leak nothing, and keep what the stage's headers promise, whatever the bytes are. tests/fuzz/run.sh runs
 * them.
 */
#ifndef KP2S_FUZZ_H
#define KP2S_FUZZ_H

#include "err.h"
#include "str.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define FUZZ_CHECK(promise)                                                                                  \
    do                                                                                                       \
        if (!(promise)) {                                                                                    \
            fprintf(stderr, "%s:%d: not kept: %s\n", __FILE__, __LINE__, #promise);                          \
            abort();                                                                                         \
        }                                                                                                    \
    while (0)

/* Linked in the place of err_bug(), which would leave without a word to libFuzzer. */
_Noreturn void __wrap_err_bug(const char *file, int line, const char *what);
_Noreturn void __wrap_err_bug(const char *file, int line, const char *what)
{
    fprintf(stderr, "%s:%d: bug: %s\n", file, line, what);
    abort();
}

/* A file in memory, the same one at each call with that slot; its path goes to *path unless that is NULL. */
static inline int fuzz_file_at(size_t slot, const void *data, size_t size, const char **path)
{
    static int fd[3];
    static char name[3][40];
    if (fd[slot] == 0) {
        FUZZ_CHECK((fd[slot] = memfd_create("fuzz", MFD_CLOEXEC)) > 0);
        snprintf(name[slot], sizeof name[slot], "/proc/self/fd/%d", fd[slot]);
    }
    if (path)
        *path = name[slot];
    FUZZ_CHECK(ftruncate(fd[slot], 0) == 0 && pwrite(fd[slot], data, size, 0) == (ssize_t)size);
    return fd[slot];
}

static inline int fuzz_file(const void *data, size_t size, const char **path)
{
    return fuzz_file_at(0, data, size, path);
}

/* A fault must be told as one: with a status and a text that a terminal can show. */
static inline void fuzz_fault(const struct err *e)
{
    FUZZ_CHECK(e->status != 0 && e->text[0] != '\0');
    FUZZ_CHECK(memchr(e->text, '\0', sizeof e->text) && memchr(e->place, '\0', sizeof e->place));
}

#endif
