/* bytes.h - which of 64 bytes are a given one, as the bits of a word: the first byte is the lowest bit.
 *
 * By SSE2, which every x86-64 has, else one by one. All 64 bytes must be readable; the caller masks those
 * that are not its own.
 */
#ifndef KP2S_BYTES_H
#define KP2S_BYTES_H

#include <stddef.h>
#include <stdint.h>

enum { BYTES_BLOCK = 64 };

static inline uint64_t bytes_equal_plainly(const char *p, char c)
{
    uint64_t bits = 0;
    for (unsigned i = 0; i < BYTES_BLOCK; i++)
        bits |= (uint64_t)(p[i] == c) << i;
    return bits;
}

#if defined __SSE2__ && !defined KP2S_PORTABLE

#include <emmintrin.h>

static inline uint64_t bytes_equal(const char *p, char c)
{
    uint64_t bits = 0;
    for (unsigned i = 0; i < BYTES_BLOCK; i += 16) {
        __m128i v = _mm_loadu_si128((const __m128i *)(const void *)(p + i));
        bits |= (uint64_t)(unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(v, _mm_set1_epi8(c))) << i;
    }
    return bits;
}

#else

static inline uint64_t bytes_equal(const char *p, char c)
{
    return bytes_equal_plainly(p, c);
}

#endif

/* The bits of the first n bytes; n may be more than there are. */
static inline uint64_t bytes_first(size_t n)
{
    return n < BYTES_BLOCK ? ~(~UINT64_C(0) << n) : ~UINT64_C(0);
}

#endif
