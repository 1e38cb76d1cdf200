/* textscan.h - where the fields of delimited text end, found 64 bytes at a time.
 *
 * It understands RFC 4180 and nothing else: a quotation mark opens a field at its beginning, closes it at its
 * end, or is doubled in between. The scan stops at the first byte that is otherwise; what it says of the
 * bytes before holds. Encodings that have ASCII as it is (UTF-8, Windows-1252).
 */
#ifndef KP2S_TEXTSCAN_H
#define KP2S_TEXTSCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SCAN_BLOCK = 64, SCAN_MAX = 128 * 1024, SCAN_BLOCKS = SCAN_MAX / SCAN_BLOCK };

/* What stands where in 64 bytes: the first byte is the lowest bit. */
struct textscan_block {
    uint64_t ends;   /* delimiter, LF, CR */
    uint64_t quotes; /* quotation mark */
    uint64_t odd;    /* NUL, comma, not ASCII */
};

struct textscan {
    char delimiter;
    size_t len;
    struct textscan_block block[SCAN_BLOCKS];
    uint64_t odd[SCAN_BLOCKS]; /* see textscan_odd() */
    size_t ends;
    uint32_t end[SCAN_MAX]; /* where fields end: at a delimiter, LF or CR outside of quotation marks */
};

/* Looks at len bytes, at most SCAN_MAX; SCAN_BLOCK bytes behind them must be readable, too. */
void textscan_look(struct textscan *s, const char *bytes, size_t len);
/* Finds the ends of fields (s->end) from byte `from`, where a row begins. Returns where it stopped: at the
 * first byte that it does not understand, else at s->len. Where it stopped is unknown whether a field ends.
 */
size_t textscan_fields(struct textscan *s, size_t from);
/* Blocks of text told apart, by the fastest way this processor has, and by plain C: the same result. */
void textscan_blocks(const char *bytes, size_t blocks, char delimiter, struct textscan_block *out);
void textscan_blocks_plainly(const char *bytes, size_t blocks, char delimiter, struct textscan_block *out);

/* Whether the field's bytes from `start` to before `end` have any that must be looked at: a delimiter, comma,
 * line end or doubled quotation mark that is text, NUL, or what is not ASCII. */
static inline bool textscan_odd(const struct textscan *s, size_t start, size_t end)
{
    size_t i = start / SCAN_BLOCK, last = (end - 1) / SCAN_BLOCK;
    uint64_t behind = ~UINT64_C(0) << start % SCAN_BLOCK;
    uint64_t before = ~UINT64_C(0) >> (SCAN_BLOCK - 1 - (end - 1) % SCAN_BLOCK);
    if (i == last)
        return s->odd[i] & behind & before;
    uint64_t odd = (s->odd[i] & behind) | (s->odd[last] & before);
    while (++i < last)
        odd |= s->odd[i];
    return odd;
}

#endif
