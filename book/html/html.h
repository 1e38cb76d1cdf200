/* html.h - tables of a web page that an agency's program saved as .xls: each table that lies in no other and
 * has rows is a sheet, "table 1" and so on.
 *
 * Cells are text as a browser shows it: blanks folded, <br> and paragraphs as line feeds, no-break spaces
 * kept, scripts and styles left out. Cells over several rows or columns are merged cells with their text in
 * the first. A table within a cell is part of the cell's text. Encodings as in text.h; what the page says of
 * its encoding is not asked, since such pages rarely say it right. A row is hidden when its own tag says so
 * (hidden, display: none); columns never are. Refused: a page without a table, and one
 * that ends within a table.
 */
#ifndef KP2S_HTML_H
#define KP2S_HTML_H

#include "cell.h"
#include "err.h"

struct html;
struct html_rows;

/* True when the file's first bytes begin a web page. */
bool html_is(struct str sample);
/* fd and path are borrowed until html_close(). Reads the page through once. NULL on failure. */
struct html *html_open(int fd, const char *path, struct err *e);
void html_close(struct html *h); /* h may be NULL */
size_t html_sheets(const struct html *h);
const struct sheet *html_sheet(const struct html *h, size_t i);
const struct survey *html_survey(const struct html *h, size_t i);

struct html_rows *html_rows_open(const struct html *h, size_t i);
/* As rows_next(). */
int html_rows_next(struct html_rows *r, struct row *row, struct err *e);
void html_rows_close(struct html_rows *r); /* r may be NULL */

#endif
