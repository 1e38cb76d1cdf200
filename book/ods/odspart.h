/* odspart.h - where in an OpenDocument part one is: the table, row and cell that its elements make. */
#ifndef KP2S_ODSPART_H
#define KP2S_ODSPART_H

#include "ods.h"

/* What an element begins or ends. */
enum ods_event { ODS_NOTHING, ODS_TABLE, ODS_COLUMN, ODS_ROW, ODS_CELL };

struct ods_place {
    int depth, body, cell_depth, skip; /* depths of elements; 0: not within one */
    bool in_table, in_row;
    size_t table;      /* tables begun */
    long row, row_end; /* the present row, and the last one it stands for */
    int col, col_end;  /* likewise; beyond BOOK_MAX_COL: BOOK_MAX_COL + 1 */
};

/* Names come without prefix. What lies in a part left out is ODS_NOTHING. */
enum ods_event ods_begins(struct ods_place *p, const char *name, const char **attributes);
enum ods_event ods_ends(struct ods_place *p, const char *name);
/* A number from 1 in an attribute; 1 when there is none. */
long ods_count(const char **attributes, const char *name);

/* True for a row or columns collapsed or filtered away. */
bool ods_is_hidden(const char **attributes);

struct ods_sheet {
    struct sheet face;
    struct str style;
    struct survey survey;
};

struct ods {
    struct zip *zip;
    const struct zip_entry *part;
    const char *path;
    struct arena arena;
    struct ods_sheet *sheet;
    size_t sheets;
    struct ods_rows *resting; /* a reader that was closed: a later sheet is read from where it stands */
};

void ods_rows_free(struct ods_rows *r); /* r may be NULL */

#endif
