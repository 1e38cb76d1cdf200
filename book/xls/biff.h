/* biff.h - the records of a workbook of Excel 5 to 2003 ([MS-XLS]): a cursor over them, and their texts.
 *
 * Values and texts that go on in CONTINUE records are read as one. Texts of Excel 97 and later are UTF-16 or
 * its lower half; older ones are in the workbook's code page. All faults are ST_UNREADABLE.
 */
#ifndef KP2S_BIFF_H
#define KP2S_BIFF_H

#include "ole.h"

enum biff_type {
    BIFF_FORMULA = 0x0006,
    BIFF_EOF = 0x000A,
    BIFF_DATEMODE = 0x0022,
    BIFF_FILEPASS = 0x002F,
    BIFF_CONTINUE = 0x003C,
    BIFF_CODEPAGE = 0x0042,
    BIFF_WRITEACCESS = 0x005C, /* who wrote it */
    BIFF_COLINFO = 0x007D,
    BIFF_BOUNDSHEET = 0x0085,
    BIFF_MULRK = 0x00BD,
    BIFF_RSTRING = 0x00D6,
    BIFF_XF = 0x00E0,
    BIFF_MERGEDCELLS = 0x00E5,
    BIFF_SST = 0x00FC,
    BIFF_LABELSST = 0x00FD,
    BIFF_DIMENSIONS = 0x0200,
    BIFF_NUMBER = 0x0203,
    BIFF_LABEL = 0x0204,
    BIFF_BOOLERR = 0x0205,
    BIFF_FORMULA_3 = 0x0206, /* numbers of older versions, which some programs still write */
    BIFF_STRING = 0x0207,
    BIFF_ROW = 0x0208,
    BIFF_RK = 0x027E,
    BIFF_FORMULA_4 = 0x0406,
    BIFF_FORMAT = 0x041E,
    BIFF_BOF = 0x0809,
};

enum { BIFF_5 = 0x0500, BIFF_8 = 0x0600, BIFF_HEADER = 4, BIFF_WINDOW = 64 * 1024, BIFF_LONGEST = 65535 };

struct biff {
    const struct ole_stream *stream;
    const char *file;   /* for messages */
    unsigned version;   /* BIFF_5 or BIFF_8 */
    unsigned code_page; /* of texts before Excel 97 */
    uint32_t at, next;  /* the present record, the one behind it */
    unsigned type;
    size_t len, used; /* of the record's data, and of it what has been taken */
    unsigned char data[BIFF_LONGEST];
    char *text; /* the text taken last */
    size_t text_len, text_room;
    unsigned char window[BIFF_WINDOW];
    uint32_t window_at;
    size_t window_len;
};

/* Stream and file are borrowed. version is BIFF_8 until it is set. */
struct biff *biff_open(const struct ole_stream *stream, const char *file);
void biff_close(struct biff *b); /* b may be NULL */

void biff_seek(struct biff *b, uint32_t at);
/* 1: the next record; 0: the stream ends; -1: e is filled. */
int biff_next(struct biff *b, struct err *e);
/* The next n bytes of the record, into out unless it is NULL. */
bool biff_take(struct biff *b, void *out, size_t n, struct err *e);
bool biff_u8(struct biff *b, unsigned *value, struct err *e);
bool biff_u16(struct biff *b, unsigned *value, struct err *e);
bool biff_u32(struct biff *b, uint32_t *value, struct err *e);
bool biff_double(struct biff *b, double *value, struct err *e);
/* A text of so many characters, into b->text; NUL characters are left out. */
bool biff_text(struct biff *b, size_t characters, struct err *e);
/* Fills e; place it is at. Returns false. */
bool biff_fault(const struct biff *b, const char *fault, struct err *e);

#endif
