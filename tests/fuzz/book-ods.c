/* A content.xml of any bytes, in an archive that is whole. */
#include "limits.h"
#include "rows.h"

#include "../unit/makezip.h"
#include "ods.h"

static void read_sheet(struct ods *o, size_t i)
{
    struct err e = {0};
    struct row row;
    int got = -1;
    long number = 0;
    fuzz_survey(ods_survey(o, i));
    struct ods_rows *r = ods_rows_open(o, i, &e);
    for (int n = 0; r && n < FUZZ_MOST_ROWS && (got = ods_rows_next(r, &row, &e)) > 0; n++) {
        fuzz_row(&row);
        FUZZ_CHECK(row.number > number);
        number = row.number;
    }
    if (got < 0)
        fuzz_fault(&e);
    ods_rows_close(r);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_limits("cells=20000 merged=50 sheets=5 styles=10 row-bytes=4K xml-depth=30");
    enum { MOST_SHEETS = 4 };
    const struct makezip_part part[] = {
        {.name = "mimetype", .text = "x"},
        {.name = "content.xml", .text = size ? (const char *)data : "", .len = size}};
    const char *path;
    struct err e = {0};
    int fd = fuzz_file("", 0, &path);
    makezip(path, part, 2);
    struct zip *z = zip_open(fd, "x", &e);
    FUZZ_CHECK(z && ods_is(z));
    struct ods *o = ods_open(z, "x", &e);
    if (!o)
        fuzz_fault(&e);
    for (size_t i = 0; o && i < ods_sheets(o) && i < MOST_SHEETS; i++)
        read_sheet(o, i);
    ods_close(o);
    return 0;
}
