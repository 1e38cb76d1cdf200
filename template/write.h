/* write.h - the form as a workbook, by libxlsxwriter: what is given is locked, what is asked for is checked.
 *
 * The sheets that the layout reads come first, so that "the first sheet" is one of them; then the
 * instructions; last, hidden, the lists of the drop-downs. Id and version of the form are document
 * properties. The same form gives the same bytes.
 */
#ifndef KP2S_TEMPLATE_WRITE_H
#define KP2S_TEMPLATE_WRITE_H

#include "form.h"

#include <xlsxwriter.h>

/* The formats of all sheets, and the first failure of the library. */
struct writer {
    const struct form *form;
    struct arena *arena;
    lxw_workbook *workbook;
    lxw_format *title, *note, *heading, *given, *text, *whole, *decimal, *date, *percent, *missing, *wrapped;
    lxw_error failed;
};

void writer_note(struct writer *w, lxw_error error);
/* A text cell; nothing for an empty text without format. Rows and columns from 0. */
void writer_text(struct writer *w, lxw_worksheet *s, long row, int column, struct str text, lxw_format *f);

/* Writes the whole workbook to path. ST_CANTCREATE on failure. */
bool form_write(const struct form *f, const char *path, struct arena *a, struct err *e);

/* The sheet of instructions (guide.c). */
void guide_write(struct writer *w);

#endif
