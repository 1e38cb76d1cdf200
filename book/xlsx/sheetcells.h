/* sheetcells.h - what a cell of a worksheet part means: its type, its format, and the text a person sees as
 * data.
 */
#ifndef KP2S_SHEETCELLS_H
#define KP2S_SHEETCELLS_H

#include "cell.h"
#include "number.h"
#include "sharedstrings.h"
#include "zip.h"

/* A worksheet part and what its cells refer to; all borrowed, valid as long as the reader. */
struct sheetsource {
    const struct zip *zip;
    const struct zip_entry *entry;
    const struct strings *string; /* escapes resolved */
    const unsigned char *style;   /* enum number_kind of each cell style */
    size_t styles;
    bool epoch1904;
};

/* A cell as the part has it. */
struct sheetcell {
    struct str value; /* text of v, or of an inline string; entities resolved */
    int col;          /* from 1 */
    unsigned style;   /* index of the cell's format; 0 when none is given */
    unsigned kinds;   /* of the text, see vector.h; TEXT_WORK when that is not known */
    uint32_t index;   /* with type s and a value: of the shared string; it exists */
    bool formula;
    char type; /* n number, s shared string, S text of a formula, i inline string, b, e, d; see t= */
};

struct sheetcells {
    const struct sheetsource *source;
    struct arena arena; /* texts that had to be made; the caller resets it for each row */
    char (*day)[10];    /* ISO texts of days by their number; the first byte is 0 when it is not known yet */
};

void sheetcells_done(struct sheetcells *s);
/* Type and text of a cell; the text lives in the arena, in the shared strings, in the value or as long as s.
 * False: the cell is blank. */
bool sheetcells_make(struct sheetcells *s, const struct sheetcell *from, struct cell *c);

#endif
