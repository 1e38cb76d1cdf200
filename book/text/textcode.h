/* textcode.h - the encoding and the delimiter of delimited text, told from its first bytes; bytes made UTF-8.
 *
 * Encodings: UTF-8 and UTF-16 (with or without byte-order mark), Windows-1252; single bytes that are no
 * UTF-8, like a stray 0xA0, are taken as Windows-1252 each. Delimiter: comma, semicolon, tab or bar, the one
 * that divides the first lines most evenly.
 */
#ifndef KP2S_TEXTCODE_H
#define KP2S_TEXTCODE_H

#include "str.h"

enum text_encoding { TEXT_BYTES, TEXT_UTF16LE, TEXT_UTF16BE };

enum { TEXT_SAMPLE = 64 * 1024 };

/* Told from the first bytes of the file; *skip is the length of the byte-order mark. */
enum text_encoding text_encoding(struct str sample, size_t *skip);
/* Bytes to UTF-8, behind the *n bytes that out holds: at most three for each byte. Returns the bytes used;
 * the rest is the beginning of a character, which only the last buffer may break off. */
size_t text_decode(enum text_encoding encoding, const unsigned char *in, size_t len, bool last, char *out,
                   size_t *n);
/* A whole text of TEXT_BYTES as UTF-8: s itself when it is, else written into the arena. */
struct str text_utf8(struct arena *a, struct str s);
/* The delimiter, from the first lines; only ASCII counts. */
char text_delimiter(struct str sample);

#endif
