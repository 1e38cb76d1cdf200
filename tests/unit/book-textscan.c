/* The scan for ends of fields: plain C and the processor's own way see the same, and a reader byte by byte
 * agrees. */
#include "textscan.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static uint64_t seed = 88172645463325252u;

static unsigned dice(unsigned n)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (unsigned)(seed >> 11) % n;
}

Test(textscan, blocks_are_the_same_in_every_way)
{
    enum { BLOCKS = 8 };
    static const char delimiters[] = ",;\t|";
    char bytes[BLOCKS * SCAN_BLOCK + 32];
    struct textscan_block fast[BLOCKS], plain[BLOCKS];
    for (int round = 0; round < 4000; round++) {
        size_t shift = dice(32);
        for (size_t i = 0; i < sizeof bytes; i++)
            bytes[i] = dice(2) ? (char)dice(256) : ",;\t|\"\n\r"[dice(8)];
        textscan_blocks(bytes + shift, BLOCKS, delimiters[round % 4], fast);
        textscan_blocks_plainly(bytes + shift, BLOCKS, delimiters[round % 4], plain);
        for (size_t i = 0; i < BLOCKS; i++)
            cr_assert(fast[i].ends == plain[i].ends && fast[i].quotes == plain[i].quotes &&
                          fast[i].odd == plain[i].odd,
                      "round %d, block %zu", round, i);
    }
}

Test(textscan, what_a_block_tells)
{
    char bytes[SCAN_BLOCK] = "a;b,\"c\"\r\n\xA0";
    struct textscan_block b;
    memset(bytes + 10, 'x', sizeof bytes - 10);
    bytes[63] = '\0';
    textscan_blocks(bytes, 1, ';', &b);
    cr_assert_eq(b.ends, 1u << 1 | 1u << 7 | 1u << 8);
    cr_assert_eq(b.quotes, 1u << 4 | 1u << 6);
    cr_assert_eq(b.odd, UINT64_C(1) << 63 | 1u << 9 | 1u << 3);
}

/* What the scan must find, byte by byte. */
struct expected {
    size_t stop, ends;
    uint32_t end[2000];
    bool text[2000]; /* of each byte: it is text and must be looked at */
};

static void expect(const char *s, size_t from, size_t len, struct expected *x)
{
    enum { START, PLAIN, QUOTED, CLOSED } state = START;
    *x = (struct expected){.stop = len};
    for (size_t i = from; i < len; i++) {
        bool end = s[i] == ',' || s[i] == '\n' || s[i] == '\r', quote = s[i] == '"';
        if (state == QUOTED) {
            state = quote ? CLOSED : QUOTED;
            x->text[i] = end || s[i] == '\0' || (unsigned char)s[i] >= 0x80;
        } else if (end) {
            state = START;
            x->end[x->ends++] = (uint32_t)i;
        } else if (quote && state != PLAIN) {
            x->text[i] = state == CLOSED;
            state = QUOTED;
        } else if (quote || state == CLOSED) {
            x->stop = i;
            return;
        } else {
            state = PLAIN;
            x->text[i] = s[i] == '\0' || (unsigned char)s[i] >= 0x80;
        }
    }
}

Test(textscan, fields_as_byte_by_byte)
{
    static const char *const piece[] = {",",
                                        "\n",
                                        "\r\n",
                                        "\"",
                                        "\"\"",
                                        "\"a,b\"",
                                        "\"\"\"\"",
                                        ",\"",
                                        "\",",
                                        "ab",
                                        " ",
                                        "\xC3\xA9",
                                        "12345678901234567890"};
    enum { PIECES = sizeof piece / sizeof *piece };
    static struct expected x;
    struct textscan *s = calloc(1, sizeof *s);
    size_t stopped = 0;
    s->delimiter = ',';
    for (int round = 0; round < 20000; round++) {
        char text[2000 + SCAN_BLOCK];
        size_t len = 0, most = dice(1900), from, harmless = dice(3);
        while (len < most) {
            const char *p = piece[dice(PIECES)];
            if (harmless > 0 && (*p == '"' || p[1] == '"'))
                p = harmless == 1 ? ",\"x\"\"y\",\"\"," : "z";
            memcpy(text + len, p, strlen(p));
            len += strlen(p);
        }
        memset(text + len, '"', SCAN_BLOCK); /* must not be seen */
        from = len ? dice(2) * dice((unsigned)len) : 0;
        expect(text, from, len, &x);
        textscan_look(s, text, len);
        cr_assert_eq(textscan_fields(s, from), x.stop, "round %d", round);
        cr_assert_eq(s->ends, x.ends);
        cr_assert_eq(memcmp(s->end, x.end, x.ends * sizeof *x.end), 0);
        stopped += x.stop < len;
        for (size_t k = 0, start = from; k < x.ends; start = x.end[k++] + 1) {
            size_t quoted = text[start] == '"', end = x.end[k] - quoted;
            bool odd = false;
            for (size_t i = start + quoted; i < end; i++)
                odd = odd || x.text[i];
            if (start + quoted < end)
                cr_assert_eq(textscan_odd(s, start + quoted, end), odd, "round %d, field %zu", round, k);
        }
    }
    cr_assert(stopped > 2000 && stopped < 18000);
    free(s);
}
