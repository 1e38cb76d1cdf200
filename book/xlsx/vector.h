/* vector.h - steps over the bytes of XML text, sixteen at a time where the processor can (SSE2, which every
 * x86-64 has), else one by one. tests/unit/book-scan.c proves the two equal.
 */
#ifndef KP2S_VECTOR_H
#define KP2S_VECTOR_H

#include <stdint.h>
#include <string.h>

/* What a text holds. */
enum {
    TEXT_WORK = 1,  /* bytes that ask for a closer look: & > and all but printable ASCII */
    TEXT_QUOTE = 2, /* a comma or a double quote, which CSV must quote */
    TEXT_LOW = 4    /* an underscore: an escape such as _x000D_ may be there */
};

/* Passes text up to a < or a NUL and tells what was in it. */
static inline char *vector_text_portable(char *p, unsigned *kinds)
{
    static const unsigned char kind[256] = {
        [0 ... 31] = TEXT_WORK, ['&'] = TEXT_WORK,  ['>'] = TEXT_WORK, [127 ... 255] = TEXT_WORK,
        [','] = TEXT_QUOTE,     ['"'] = TEXT_QUOTE, ['_'] = TEXT_LOW,
    };
    *kinds = 0;
    while (*p != '<' && *p != '\0')
        *kinds |= kind[(unsigned char)*p++];
    return p;
}

#if defined __SSE2__ && !defined KP2S_PORTABLE

#include <emmintrin.h>

/* Behind the text at least 16 bytes must be readable. */
static inline char *vector_text(char *p, unsigned *kinds)
{
    unsigned work = 0, quote = 0, low = 0;
    for (;; p += 16) {
        __m128i v = _mm_loadu_si128((const __m128i *)(const void *)p);
#define EQUAL(c) _mm_cmpeq_epi8(v, _mm_set1_epi8(c))
        unsigned stop = (unsigned)_mm_movemask_epi8(_mm_or_si128(EQUAL('<'), EQUAL(0)));
        /* signed: bytes from 128 on are below zero */
        __m128i odd = _mm_or_si128(_mm_cmplt_epi8(v, _mm_set1_epi8(' ')),
                                   _mm_or_si128(EQUAL('&'), _mm_or_si128(EQUAL('>'), EQUAL(127))));
        unsigned w = (unsigned)_mm_movemask_epi8(odd),
                 q = (unsigned)_mm_movemask_epi8(_mm_or_si128(EQUAL(','), EQUAL('"'))),
                 l = (unsigned)_mm_movemask_epi8(EQUAL('_'));
#undef EQUAL
        unsigned before = stop ? (stop & (0u - stop)) - 1 : 0xFFFF;
        work |= w & before;
        quote |= q & before;
        low |= l & before;
        if (stop) {
            *kinds = (work ? TEXT_WORK : 0u) | (quote ? TEXT_QUOTE : 0u) | (low ? TEXT_LOW : 0u);
            return p + __builtin_ctz(stop);
        }
    }
}

#else

static inline char *vector_text(char *p, unsigned *kinds)
{
    return vector_text_portable(p, kinds);
}

#endif

static inline uint64_t load8(const char *p)
{
    uint64_t v;
    memcpy(&v, p, sizeof v);
    return v;
}

#endif
