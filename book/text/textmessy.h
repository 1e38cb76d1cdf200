/* textmessy.h - rows of delimited text that textscan.h does not understand, one at a time, by libcsv.
 *
 * Beside RFC 4180: a quotation mark within a field that begins with none is text, and blanks behind a closing
 * quotation mark are passed over.
 */
#ifndef KP2S_TEXTMESSY_H
#define KP2S_TEXTMESSY_H

#include "cell.h"

struct textmessy;

struct textmessy *textmessy_open(char delimiter);
void textmessy_close(struct textmessy *m); /* m may be NULL */
/* The row that s begins with, *used bytes of it, line end included. Nothing may follow s when it is the last.
 * 1: row's cells and their number are set, valid until the next call; 0: s ends before the row does;
 * -1: *fault says why the row cannot be read, *hint the remedy or NULL. */
int textmessy_row(struct textmessy *m, struct str s, bool last, struct row *row, size_t *used,
                  const char **fault, const char **hint);

#endif
