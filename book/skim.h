/* skim.h - the bytes of a worksheet part without its rows, for a parser that wants what stands around them.
 *
 * The content of <sheetData> is most of a sheet, and its end is found by looking for </sheetData> alone: that
 * is right as long as no comment, CDATA section or processing instruction stands before it. Of the rows only
 * the line ends come through, so that lines keep their numbers.
 */
#ifndef KP2S_SKIM_H
#define KP2S_SKIM_H

#include "zip.h"

struct skim;

/* The part is borrowed. */
struct skim *skim_open(struct zip_part *part);
void skim_close(struct skim *s); /* s may be NULL */
/* As zip_part_read(). */
long skim_read(struct skim *s, char *buffer, size_t size, struct err *e);
/* True when markup stood among the rows that may hide their end: what came is cut off, and the part must be
 * read as it is. */
bool skim_unsure(const struct skim *s);

#endif
