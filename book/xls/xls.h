/* xls.h - a workbook of Excel 5 to 2003 (.xls, BIFF5 and BIFF8): its sheets, and a sheet as rows.
 *
 * In a compound file, or bare as programs write it that make such files by hand. Formulas give their last
 * result. Numbers are stored in binary: their text is the shortest that reads back as the same number; what
 * is a date is told by the number format. Refused by what they are: encrypted workbooks, Word documents and
 * other compound files, workbooks of Excel 2 to 4, files beyond LIMIT_XLS_BYTES.
 *
 * Memory: the shared strings, and eight bytes for each cell of the sheet that is read, since nothing in the
 * format keeps cells in order. A workbook of Excel 5 and 95 has no merged cells.
 *
 * Why not FreeXL 1.0.6, which Debian has: it gave wrong figures as if it had succeeded. Results of formulas
 * came blank, FALSE from a formula came as 0, and 12.5 under the format 0.0" hm dari desa" came as a date.
 */
#ifndef KP2S_XLS_H
#define KP2S_XLS_H

#include "cell.h"

enum {
    XLS_MAX_ROW = 65536,
    XLS_MAX_CELLS = XLS_MAX_ROW * 256,
};

struct xls;
struct xls_rows;

/* fd and path are borrowed until xls_close(). bare: the file is no compound file but begins with a record.
 * NULL on failure. */
struct xls *xls_open(int fd, const char *path, bool bare, struct err *e);
void xls_close(struct xls *x); /* x may be NULL */
size_t xls_sheets(const struct xls *x);
const struct sheet *xls_sheet(const struct xls *x, size_t i);
bool xls_epoch1904(const struct xls *x); /* as book_epoch1904() */
/* Dimension, merged cells and hidden columns of a sheet. Lives in the arena. */
bool xls_survey(const struct xls *x, size_t i, struct arena *a, struct survey *survey, struct err *e);

/* NULL on failure. */
struct xls_rows *xls_rows_open(const struct xls *x, size_t i, struct err *e);
/* As rows_next(). */
int xls_rows_next(struct xls_rows *r, struct row *row, struct err *e);
void xls_rows_close(struct xls_rows *r); /* r may be NULL */

#endif
