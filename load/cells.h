/* cells.h - the text of cells of archived files, read by the sister program kp2s-sheet.
 *
 * Texts come exactly as the cells hold them.
 */
#ifndef KP2S_CELLS_H
#define KP2S_CELLS_H

#include "err.h"
#include "str.h"

struct cell_wanted {
    struct str trace_id, file, sha256, sheet, field;
    struct str address; /* D14 */
    struct str text;    /* filled by cells_read(), in the arena */
    bool of_person;     /* the record is about a person */
};

/* Reads the cells, all of one sheet of one file, whose original archive.h finds. */
bool cells_read(const char *archive, struct cell_wanted *wanted, size_t n, struct arena *a, struct err *e);

#endif
