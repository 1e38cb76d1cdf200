/* scansheet.h - the rows of a worksheet part, by scanning (see scan.h). */
#ifndef KP2S_SCANSHEET_H
#define KP2S_SCANSHEET_H

#include "scan.h"
#include "sheetcells.h"

struct scan_row {
    long number;            /* from 1 */
    struct sheetcell *cell; /* in order of columns; those that hold something, or a formula */
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
