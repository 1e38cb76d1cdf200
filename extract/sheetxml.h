/* sheetxml.h - the rows of one worksheet part: scanned where the scanner knows what it sees, else by expat.
 */
#ifndef KP2S_SHEETXML_H
#define KP2S_SHEETXML_H

#include "book.h"
#include "number.h"
#include "sharedstrings.h"
#include "zip.h"

/* A worksheet part and what its cells refer to; all borrowed, valid as long as the reader. */
struct sheetxml_source {
    const struct zip *zip;
    const struct zip_entry *entry;
    const struct strings *string; /* escapes resolved */
    const unsigned char *style;   /* enum number_kind of each cell style */
    size_t styles;
    bool epoch1904;
};

struct sheetxml;

/* NULL on failure. */
struct sheetxml *sheetxml_open(const struct sheetxml_source *source, struct err *e);
/* The same by the general parser alone, which the scanner is tested against. */
struct sheetxml *sheetxml_open_general(const struct sheetxml_source *source, struct err *e);
/* False once the general parser has taken over. */
bool sheetxml_scanning(const struct sheetxml *s);
/* As rows_next(). */
int sheetxml_next(struct sheetxml *s, struct row *row, struct err *e);
void sheetxml_close(struct sheetxml *s);

/* Reads the part for its dimension and hidden columns, which stand before the rows; when the whole is wanted,
 * to its end for its merged cells. Lives in the arena. */
bool sheetxml_survey(const struct sheetxml_source *source, bool whole, struct arena *a, struct survey *survey,
                     struct err *e);

#endif
