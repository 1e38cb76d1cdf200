/* A web page of any bytes. */
#include "limits.h"
#include "rows.h"

#include "html.h"

static void read_sheet(const struct html *h, size_t i)
{
    struct err e = {0};
    struct row row;
    int got = 1;
    long number = 0;
    fuzz_survey(html_survey(h, i));
    struct html_rows *r = html_rows_open(h, i);
    while ((got = html_rows_next(r, &row, &e)) > 0) {
        fuzz_row(&row);
        FUZZ_CHECK(row.number > number);
        number = row.number;
    }
    if (got < 0)
        fuzz_fault(&e);
    html_rows_close(r);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_limits("html-depth=50 merged=30 sheets=10 row-bytes=1K");
    enum { MOST_SHEETS = 4 };
    struct err e = {0};
    html_is((struct str){(const char *)data, size});
    struct html *h = html_open(fuzz_file(data, size, NULL), "x", &e);
    if (!h)
        fuzz_fault(&e);
    for (size_t i = 0; h && i < html_sheets(h) && i < MOST_SHEETS; i++)
        read_sheet(h, i);
    html_close(h);
    return 0;
}
