#include "textscan.h"

void textscan_blocks_plainly(const char *bytes, size_t blocks, char delimiter, struct textscan_block *out)
{
    enum { END = 1, QUOTE = 2, ODD = 4 };
    unsigned char class[256] = {['\n'] = END, ['\r'] = END, ['"'] = QUOTE, [','] = ODD, ['\0'] = ODD};
    for (int c = 0x80; c < 0x100; c++)
        class[c] = ODD;
    class[(unsigned char)delimiter] |= END;
    for (size_t i = 0; i < blocks; i++) {
        struct textscan_block b = {0};
        for (int bit = 0; bit < SCAN_BLOCK; bit++) {
            unsigned c = class[(unsigned char)bytes[i * SCAN_BLOCK + (size_t)bit]];
            b.ends |= (uint64_t)(c & 1) << bit;
            b.quotes |= (uint64_t)(c >> 1 & 1) << bit;
            b.odd |= (uint64_t)(c >> 2) << bit;
        }
        out[i] = b;
    }
}

#if defined __x86_64__ && !defined KP2S_PORTABLE

#include <immintrin.h>

#define AVX2 __attribute__((target("avx2")))

AVX2 static uint64_t high_bits(__m256i low, __m256i high)
{
    return (uint32_t)_mm256_movemask_epi8(low) | (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32;
}

AVX2 static void blocks_avx2(const char *bytes, size_t blocks, char delimiter, struct textscan_block *out)
{
    const __m256i end = _mm256_set1_epi8(delimiter), lf = _mm256_set1_epi8('\n'), cr = _mm256_set1_epi8('\r'),
                  quote = _mm256_set1_epi8('"'), comma = _mm256_set1_epi8(','), nul = _mm256_setzero_si256();
    for (size_t i = 0; i < blocks; i++) {
        __m256i ends[2], quotes[2], odd[2];
        for (size_t k = 0; k < 2; k++) {
            __m256i v = _mm256_loadu_si256((const __m256i *)(const void *)(bytes + i * SCAN_BLOCK + k * 32));
            ends[k] = _mm256_or_si256(_mm256_cmpeq_epi8(v, end),
                                      _mm256_or_si256(_mm256_cmpeq_epi8(v, lf), _mm256_cmpeq_epi8(v, cr)));
            quotes[k] = _mm256_cmpeq_epi8(v, quote);
            /* a byte that is not ASCII has its highest bit set as it stands */
            odd[k] =
                _mm256_or_si256(v, _mm256_or_si256(_mm256_cmpeq_epi8(v, comma), _mm256_cmpeq_epi8(v, nul)));
        }
        out[i] = (struct textscan_block){high_bits(ends[0], ends[1]), high_bits(quotes[0], quotes[1]),
                                         high_bits(odd[0], odd[1])};
    }
}

void textscan_blocks(const char *bytes, size_t blocks, char delimiter, struct textscan_block *out)
{
    if (__builtin_cpu_supports("avx2"))
        blocks_avx2(bytes, blocks, delimiter, out);
    else
        textscan_blocks_plainly(bytes, blocks, delimiter, out);
}

#else

void textscan_blocks(const char *bytes, size_t blocks, char delimiter, struct textscan_block *out)
{
    textscan_blocks_plainly(bytes, blocks, delimiter, out);
}

#endif

void textscan_look(struct textscan *s, const char *bytes, size_t len)
{
    size_t blocks = (len + SCAN_BLOCK - 1) / SCAN_BLOCK;
    s->len = len;
    textscan_blocks(bytes, blocks, s->delimiter, s->block);
}

/* Each bit becomes the parity of the bits up to and with it: set from an odd quotation mark up to before the
 * even one that follows. */
static uint64_t parity(uint64_t bits)
{
    for (int shift = 1; shift < 64; shift *= 2)
        bits ^= bits << shift;
    return bits;
}

static void add_ends(struct textscan *s, size_t block, uint64_t ends)
{
    uint32_t *end = s->end + s->ends;
    for (; ends > 0; ends &= ends - 1)
        *end++ = (uint32_t)(block * SCAN_BLOCK) + (uint32_t)__builtin_ctzll(ends);
    s->ends = (size_t)(end - s->end);
}

size_t textscan_fields(struct textscan *s, size_t from)
{
    uint64_t ours = ~UINT64_C(0) << from % SCAN_BLOCK; /* of a block's bytes */
    uint64_t begins = ours & -ours;                    /* a quotation mark may open here: carried over */
    uint64_t closed = 0; /* a quotation mark closed a field just before: carried over */
    uint64_t inside = 0; /* all bits: the block begins within quotation marks */
    s->ends = 0;
    for (size_t i = from / SCAN_BLOCK; i * SCAN_BLOCK < s->len; i++) {
        if (s->len - i * SCAN_BLOCK < SCAN_BLOCK)
            ours &= ~(~UINT64_C(0) << (s->len - i * SCAN_BLOCK));
        uint64_t ends = s->block[i].ends & ours, quotes = s->block[i].quotes & ours;
        uint64_t within = parity(quotes) ^ inside;
        uint64_t opening = quotes & within, closing = quotes & ~within, behind = closing << 1 | closed;
        /* outside of quotation marks, one more opens a field, or is the second of a doubled one */
        uint64_t bad = (opening & ~((ends | quotes) << 1 | begins)) | (behind & ~(ends | quotes));
        uint64_t field_ends = ends & ~within;
        s->odd[i] = (s->block[i].odd & ~field_ends) | (ends & within) | (opening & behind);
        if (bad > 0) {
            add_ends(s, i, field_ends & ((bad & -bad) - 1));
            return i * SCAN_BLOCK + (size_t)__builtin_ctzll(bad);
        }
        add_ends(s, i, field_ends);
        begins = (ends | quotes) >> (SCAN_BLOCK - 1);
        closed = closing >> (SCAN_BLOCK - 1);
        inside = within >> (SCAN_BLOCK - 1) ? ~UINT64_C(0) : 0;
        ours = ~UINT64_C(0);
    }
    return s->len;
}
