/* A zip archive of any bytes: its directory, and every part to its end. */
#include "limits.h"

#include "zip.h"

static const char *const names[] = {
    "[Content_Types].xml",
    "_rels/.rels",
    "xl/workbook.xml",
    "xl/worksheets/sheet1.xml",
    "xl/sharedStrings.xml",
    "content.xml",
    "mimetype",
    "a",
    "b",
    "\\xl\\styles.XML",
    "",
};

static void read_part(const struct zip *z, const struct zip_entry *entry)
{
    static char buffer[10000];
    struct err e = {0};
    struct zip_part *p = zip_part_open(z, entry, &e);
    long n = p ? 1 : -1;
    uint64_t all = 0;
    size_t size = 1;
    while (n > 0) {
        n = zip_part_read(p, buffer, size, &e);
        all += n > 0 ? (uint64_t)n : 0;
        size = sizeof buffer;
    }
    if (n < 0)
        fuzz_fault(&e);
    else
        FUZZ_CHECK(all == entry->size);
    zip_part_close(p);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_limits("parts=20 part-bytes=64K total-bytes=128K");
    struct err e = {0};
    struct zip *z = zip_open(fuzz_file(data, size, NULL), "x", &e);
    if (!z)
        fuzz_fault(&e);
    for (size_t i = 0; z && i < sizeof names / sizeof *names; i++) {
        const struct zip_entry *entry = zip_find(z, str_c(names[i]));
        if (entry)
            read_part(z, entry);
    }
    zip_close(z);
    return 0;
}
