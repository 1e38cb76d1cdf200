/* xlsbook.h - what xls.c reads of a workbook and xlsrows.c needs for its cells. */
#ifndef KP2S_XLSBOOK_H
#define KP2S_XLSBOOK_H

#include "biff.h"
#include "number.h"
#include "xls.h"

struct xls_sheet {
    struct sheet face;
    uint32_t at; /* of its first record */
};

struct xls_format {
    unsigned id;
    enum number_kind kind;
};

struct xls {
    const char *path;
    struct ole_stream *stream;
    unsigned version, code_page;
    struct arena arena;
    struct xls_sheet *sheet;
    size_t sheets;
    bool epoch1904, by_calc; /* OpenOffice wrote it */
    struct str *string;      /* shared strings */
    size_t strings;
    struct xls_format *format;
    size_t formats;
    unsigned short *style; /* number format of each cell style */
    unsigned char *kind;   /* enum number_kind of each cell style */
    size_t styles;
};

/* The records of one sheet. */
struct sheet_pass {
    const struct xls *x;
    struct biff *biff;
    int depth; /* charts within the sheet have records of their own */
};

/* p->biff is the caller's to close, also on failure. */
bool xls_pass_begin(struct sheet_pass *p, const struct xls *x, size_t i, struct err *e);
/* 1: a record of the sheet itself; 0: the sheet ends; -1: e is filled. */
int xls_pass_next(struct sheet_pass *p, struct err *e);

#endif
