/* paintbook.h - a workbook with the cells of a file as they stand, coloured by what they became.
 *
 * The same sheets and addresses as in the file; behind the last column stands what became of the row, and on
 * the cells of the heading notes tell the fields. The first sheet is the legend. The same file and layout
 * give the same bytes.
 */
#ifndef KP2S_PAINTBOOK_H
#define KP2S_PAINTBOOK_H

#include "check.h"

struct paintbook;

/* Begins the workbook; folder is for temporary files. All is borrowed until it is closed. NULL on failure. */
struct paintbook *paintbook_open(const char *path, const char *folder, const struct check_file *f,
                                 struct arena *a, struct err *e);
/* Begins a sheet, whose headings are known. */
bool paintbook_sheet(struct paintbook *b, const struct check_sheet *s, struct err *e);
/* Its rows, from the top. */
void paintbook_row(struct paintbook *b, const struct painted_row *row);
/* Writes the legend and the workbook; with whole false, because reading failed, it only lets go of it. */
bool paintbook_close(struct paintbook *b, bool whole, struct err *e);

#endif
