/* text.h - delimited text as agencies send it: whatever encoding, whatever delimiter.
 *
 * Encodings: UTF-8 and UTF-16 (with or without byte-order mark), Windows-1252; single bytes that are no
 * UTF-8, like a stray 0xA0, are taken as Windows-1252 each. Delimiter: comma, semicolon, tab or bar, the one
 * that divides the first lines most evenly. Line ends LF, CRLF, CR. A quote that never closes is a fault
 * (ST_UNREADABLE).
 */
#ifndef KP2S_TEXT_H
#define KP2S_TEXT_H

#include "book.h"

enum text_encoding { TEXT_BYTES, TEXT_UTF16LE, TEXT_UTF16BE };

enum { TEXT_SAMPLE = 64 * 1024 };

/* Told from the first bytes of the file; *skip is the length of the byte-order mark. */
enum text_encoding text_encoding(struct str sample, size_t *skip);
/* Bytes to UTF-8, behind the *n bytes that out holds: at most three for each byte. Returns the bytes used;
 * the rest is the beginning of a character, which only the last buffer may break off. */
size_t text_decode(enum text_encoding encoding, const unsigned char *in, size_t len, bool last, char *out,
                   size_t *n);
/* The delimiter, from the first lines (UTF-8). */
char text_delimiter(struct str sample);

struct text;

/* Reads fd from its beginning; fd and path are borrowed. NULL on failure. */
struct text *text_open(int fd, const char *path, struct err *e);
/* As rows_next(). The last field of a last line without line end is CELL_LAST. */
int text_next(struct text *t, struct row *row, struct err *e);
void text_close(struct text *t);

#endif
