/* scansheet.h - the rows of a worksheet part, by scanning (see scan.h). */
#ifndef KP2S_SCANSHEET_H
#define KP2S_SCANSHEET_H

#include "scan.h"
#include "sharedstrings.h"

struct scan_cell {
    struct str value; /* text of v, or of an inline string; entities resolved; valid until the next row */
    int col;          /* from 1 */
    unsigned style;   /* index of the cell's format; 0 when none is given */
    unsigned kinds;   /* of the text, see vector.h; TEXT_WORK when that is not known */
    uint32_t index;   /* with type s and a value: of the shared string; it exists */
    bool formula;
    char type; /* n number, s shared string, S text of a formula, i inline string, b, e, d; see t= */
};

struct scan_row {
    long number;            /* from 1 */
    struct scan_cell *cell; /* in order of columns; those that hold something, or a formula */
    size_t n;
    bool hidden;
};

struct scansheet;

/* Takes the part over. The strings are borrowed; they may be NULL. */
struct scansheet *scansheet_open(struct zip_part *part, const struct strings *string);
/* SCAN_FOUND: the next row element, valid until the next call; it may be without cells. SCAN_END: the rows
 * are over, the part's length and checksum are right. */
enum scan_result scansheet_next(struct scansheet *s, struct scan_row *row, struct err *e);
void scansheet_close(struct scansheet *s); /* s may be NULL */

#endif
