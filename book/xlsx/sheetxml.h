/* sheetxml.h - the rows of one worksheet part: scanned where the scanner knows what it sees, else by expat.
 */
#ifndef KP2S_SHEETXML_H
#define KP2S_SHEETXML_H

#include "sheetcells.h"

struct sheetxml;

/* NULL on failure. */
struct sheetxml *sheetxml_open(const struct sheetsource *source, struct err *e);
/* The same by the general parser alone, which the scanner is tested against. */
struct sheetxml *sheetxml_open_general(const struct sheetsource *source, struct err *e);
/* False once the general parser has taken over. */
bool sheetxml_scanning(const struct sheetxml *s);
/* As rows_next(). */
int sheetxml_next(struct sheetxml *s, struct row *row, struct err *e);
void sheetxml_close(struct sheetxml *s);

#endif
