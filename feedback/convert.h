/* convert.h - what a file of another format holds, as a plain workbook (.xlsx): values as they are read,
 * sheets, merged cells, what is hidden; no formulas, no formats but of dates.
 */
#ifndef KP2S_CONVERT_H
#define KP2S_CONVERT_H

#include "archive.h"
#include "book.h"

/* archive_finish() is left to the caller. */
bool convert_book(struct book *b, struct archive *into, struct err *e);

/* The name that sheet i gets there: a workbook allows 31 characters, and some marks not. Lives in the arena.
 */
struct str convert_name(const struct book *b, size_t i, struct arena *a);

#endif
