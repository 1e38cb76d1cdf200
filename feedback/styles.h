/* styles.h - the cell formats of a workbook, and for each that a marked cell has one like it with a colour.
 *
 * Formats that were there keep their numbers and their bytes; new fonts, fills and formats stand behind them.
 * Colours differ in pattern too, for those who print in black and white.
 */
#ifndef KP2S_STYLES_H
#define KP2S_STYLES_H

#include "marks.h"
#include "xmlpipe.h"

struct styles;

/* Formats of our own sheet. */
enum own_style {
    OWN_PLAIN,
    OWN_TITLE,
    OWN_HEADING,
    OWN_WRAPPED,
    OWN_LINK,
    OWN_REJECT,
    OWN_REPAIR,
    OWN_NOTE,
    OWN_STYLES
};

/* entry: the part, NULL when the workbook has none. Reads it whole. NULL on failure. */
struct styles *styles_open(const struct zip *z, const struct zip_entry *entry, const char *ns, struct err *e);
void styles_close(struct styles *s); /* s may be NULL */

/* The number of the format like `format` with that colour; format itself when the workbook has no room for
 * another (Excel reads 65,490). */
long styles_painted(struct styles *s, long format, enum paint paint);
long styles_own(const struct styles *s, enum own_style style);

/* The part, once all formats have been asked for; archive_begin() came before. */
bool styles_write(struct styles *s, struct archive *into, struct err *e);

#endif
