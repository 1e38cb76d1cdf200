/* paintlegend.h - the workbook that kp2s-layout check paints: its formats, one for each role, and its first
 * sheet, which tells what they mean and what was read.
 *
 * Roles differ in their borders and letters too, so that a print in black and white can be read.
 */
#ifndef KP2S_PAINTLEGEND_H
#define KP2S_PAINTLEGEND_H

#include "check.h"

#include <xlsxwriter.h>

struct legend {
    lxw_workbook *workbook;
    lxw_worksheet *sheet; /* the legend */
    lxw_format *role[ROLES], *carried[ROLES], *fate, *title, *head, *text;
    lxw_error failed;
    struct arena scratch, names; /* scratch: whoever writes a row resets it */
    struct str *name;            /* of the sheets, folded: they are to differ */
    size_t sheets;
};

/* Begins a workbook at path, with temporary files in folder. */
bool legend_open(struct legend *l, const char *path, const char *folder, struct err *e);
/* A sheet with this name, or one like it that a workbook may have. NULL when there is no memory. */
lxw_worksheet *legend_sheet(struct legend *l, struct str name);
lxw_format *legend_format(const struct legend *l, enum role role, bool carried);
/* Fills the legend. */
void legend_write(struct legend *l, const struct check_file *f);
/* Writes the workbook; false when anything failed. */
bool legend_close(struct legend *l, struct err *e);

/* Rows and columns from 0. */
void legend_text(struct legend *l, lxw_worksheet *s, long row, int column, struct str text,
                 lxw_format *format);
void legend_comment(struct legend *l, lxw_worksheet *s, long row, int column, struct str text);
/* Keeps the first failure of the library for legend_close(). */
void legend_note(struct legend *l, lxw_error error);

#endif
