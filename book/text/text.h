/* text.h - delimited text as agencies send it: whatever encoding, whatever delimiter (textcode.h).
 *
 * Line ends LF, CRLF, CR. A quotation mark that never closes, text behind a closing one and NUL are faults
 * (ST_UNREADABLE), placed at their row; the rows before it are handed out.
 */
#ifndef KP2S_TEXT_H
#define KP2S_TEXT_H

#include "cell.h"
#include "err.h"
#include "textcode.h"

struct text;

/* Reads fd from its beginning, unpacked where it is gzip (source.h); fd and path are borrowed. NULL on
 * failure.
 */
struct text *text_open(int fd, const char *path, struct err *e);
/* As rows_next(). The last field of a last line without line end is CELL_LAST. */
int text_next(struct text *t, struct row *row, struct err *e);
void text_close(struct text *t);

#endif
