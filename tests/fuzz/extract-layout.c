/* A layout of any bytes. */
#include "fuzz.h"

#include "layout.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct layout l;
    struct arena a = {0};
    struct err e = {0};
    const char *path;
    fuzz_file(data, size, &path);
    if (!layout_read(path, &a, &l, &e)) {
        fuzz_fault(&e);
        FUZZ_CHECK(e.status == ST_CONFIG && e.place[0] != '\0');
    } else {
        FUZZ_CHECK(l.id.len > 0 && l.columns + l.groups > 0 && l.columns <= LAYOUT_MAX_FIELDS &&
                   l.kind < KIND_COUNT);
        for (size_t i = 0; i < l.columns; i++)
            variants_match(&l.column[i].names, l.title);
        variants_begin(&l.totals, l.title);
    }
    arena_done(&a);
    return 0;
}
