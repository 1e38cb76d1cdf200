#include "textcode.h"
#include "xml.h"

#include <string.h>

enum { LINES_LOOKED_AT = 40, REPLACEMENT = 0xFFFD };

/* --- encodings --- */

/* Windows-1252, 0x80 to 0x9F. */
static const unsigned short windows[32] = {0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                           0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
                                           0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                           0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

enum text_encoding text_encoding(struct str s, size_t *skip)
{
    *skip = 0;
    if (str_starts(s, "\xEF\xBB\xBF")) {
        *skip = 3;
        return TEXT_BYTES;
    }
    if (str_starts(s, "\xFF\xFE") || str_starts(s, "\xFE\xFF")) {
        *skip = 2;
        return s.ptr[0] == '\xFF' ? TEXT_UTF16LE : TEXT_UTF16BE;
    }
    size_t zero[2] = {0, 0};
    for (size_t i = 0; i < s.len; i++)
        zero[i & 1] += s.ptr[i] == '\0';
    if (zero[1] > s.len / 4 && zero[0] == 0)
        return TEXT_UTF16LE;
    if (zero[0] > s.len / 4 && zero[1] == 0)
        return TEXT_UTF16BE;
    return TEXT_BYTES;
}

/* Decodes into UTF-8: at most three bytes out for each byte in. Returns the bytes used; the rest is the
 * beginning of a character, which only the last buffer may break off. */
static size_t decode_bytes(const unsigned char *in, size_t len, bool last, char *out, size_t *n)
{
    size_t i = 0;
    while (i < len) {
        int length = str_utf8_length(in + i, len - i);
        if (length < 0 && !last)
            break;
        if (length > 0) {
            memcpy(out + *n, in + i, (size_t)length);
            *n += (size_t)length;
            i += (size_t)length;
        } else {
            *n += xml_utf8(in[i] < 0xA0 ? windows[in[i] - 0x80] : in[i], out + *n);
            i++;
        }
    }
    return i;
}

static size_t decode_utf16(const unsigned char *in, size_t len, bool big, char *out, size_t *n)
{
    size_t i = 0;
    for (; i + 2 <= len; i += 2) {
        unsigned long c = big ? (unsigned long)in[i] << 8 | in[i + 1] : (unsigned long)in[i + 1] << 8 | in[i];
        if (c >= 0xD800 && c < 0xDC00) {
            if (i + 4 > len)
                break;
            unsigned long low =
                big ? (unsigned long)in[i + 2] << 8 | in[i + 3] : (unsigned long)in[i + 3] << 8 | in[i + 2];
            bool pair = low >= 0xDC00 && low < 0xE000;
            c = pair ? 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00) : REPLACEMENT;
            i += pair ? 2 : 0;
        } else if (c >= 0xDC00 && c < 0xE000) {
            c = REPLACEMENT;
        }
        *n += xml_utf8(c, out + *n);
    }
    return i;
}

size_t text_decode(enum text_encoding encoding, const unsigned char *in, size_t len, bool last, char *out,
                   size_t *n)
{
    if (encoding == TEXT_BYTES)
        return decode_bytes(in, len, last, out, n);
    return decode_utf16(in, len, encoding == TEXT_UTF16BE, out, n);
}

struct str text_utf8(struct arena *a, struct str s)
{
    const unsigned char *p = (const unsigned char *)s.ptr;
    size_t i = 0, n = 0;
    for (int length; i < s.len && (length = str_utf8_length(p + i, s.len - i)) > 0;)
        i += (size_t)length;
    if (i == s.len)
        return s;
    char *out = arena_alloc(a, s.len * 3);
    decode_bytes(p, s.len, true, out, &n);
    return (struct str){out, n};
}

/* --- delimiter --- */

/* How one delimiter divides the first lines. */
struct division {
    size_t lines[LINES_LOOKED_AT]; /* times it stands in each line, outside quotes */
    size_t n;
};

static struct division divide(struct str s, char delimiter)
{
    struct division d = {0};
    bool quoted = false, filled = false;
    for (size_t i = 0; i < s.len && d.n < LINES_LOOKED_AT; i++) {
        char c = s.ptr[i];
        quoted ^= c == '"';
        if ((c == '\n' || c == '\r') && !quoted) {
            d.n += filled;
            filled = false;
            if (d.n < LINES_LOOKED_AT)
                d.lines[d.n] = 0;
        } else {
            filled = true;
            d.lines[d.n] += c == delimiter && !quoted;
        }
    }
    if (d.n < LINES_LOOKED_AT && filled)
        d.n++;
    return d;
}

/* Lines that are divided in the commonest number of fields; *times tells how often the delimiter stands in
 * them. */
static size_t agreeing(const struct division *d, size_t *times)
{
    size_t best = 0;
    *times = 0;
    for (size_t i = 0; i < d->n; i++) {
        size_t same = 0;
        for (size_t k = 0; k < d->n; k++)
            same += d->lines[k] == d->lines[i];
        if (d->lines[i] > 0 && (same > best || (same == best && d->lines[i] > *times))) {
            best = same;
            *times = d->lines[i];
        }
    }
    return best;
}

char text_delimiter(struct str sample)
{
    static const char candidate[] = {';', ',', '\t', '|'};
    char chosen = ',';
    size_t best = 0, best_times = 0;
    for (size_t i = 0; i < sizeof candidate; i++) {
        struct division d = divide(sample, candidate[i]);
        size_t times, lines = agreeing(&d, &times);
        if (lines > best || (lines == best && times > best_times)) {
            best = lines;
            best_times = times;
            chosen = candidate[i];
        }
    }
    return chosen;
}
