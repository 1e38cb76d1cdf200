/* xlsread.h - every sheet of a workbook of Excel 5 to 2003, for the two targets that read such files. */
#ifndef KP2S_FUZZ_XLSREAD_H
#define KP2S_FUZZ_XLSREAD_H

#include "limits.h"
#include "rows.h"
#include "xls.h"

static inline void fuzz_xls_sheet(const struct xls *x, size_t i)
{
    struct err e = {0}, e2 = {0};
    struct arena a = {0};
    struct survey survey;
    struct row row;
    int got = -1;
    long number = 0;
    struct xls_rows *r = xls_rows_open(x, i, &e);
    for (int n = 0; r && n < FUZZ_MOST_ROWS && (got = xls_rows_next(r, &row, &e)) > 0; n++) {
        fuzz_row(&row);
        FUZZ_CHECK(row.number > number);
        number = row.number;
    }
    if (got < 0)
        fuzz_fault(&e);
    xls_rows_close(r);
    if (xls_survey(x, i, &a, &survey, &e2))
        fuzz_survey(&survey);
    else
        fuzz_fault(&e2);
    arena_done(&a);
}

static inline void fuzz_xls(int fd, bool bare)
{
    enum { MOST_SHEETS = 4 };
    fuzz_limits("styles=60 strings=60 string-bytes=1K sheets=5 merged=20");
    struct err e = {0};
    struct xls *x = xls_open(fd, "x", bare, &e);
    if (!x)
        fuzz_fault(&e);
    for (size_t i = 0; x && i < xls_sheets(x) && i < MOST_SHEETS; i++)
        fuzz_xls_sheet(x, i);
    xls_close(x);
}

#endif
