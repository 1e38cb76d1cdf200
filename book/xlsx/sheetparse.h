/* sheetparse.h - the rows of a worksheet part by the general XML parser: slow, and right for all that the
 * scanner does not know.
 */
#ifndef KP2S_SHEETPARSE_H
#define KP2S_SHEETPARSE_H

#include "sheetcells.h"

struct sheetparse;

/* Passes over the first so many row elements. The source is borrowed. NULL on failure. */
struct sheetparse *sheetparse_open(const struct sheetsource *source, long passed, struct err *e);
/* As rows_next(). */
int sheetparse_next(struct sheetparse *p, struct row *row, struct err *e);
void sheetparse_close(struct sheetparse *p); /* p may be NULL */

#endif
