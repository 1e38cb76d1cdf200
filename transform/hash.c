#include "hash.h"

#include <string.h>

static uint64_t mix(uint64_t x, uint64_t y)
{
    __uint128_t product = (__uint128_t)x * y;
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static void step(struct hash *h, uint64_t low, uint64_t high)
{
    uint64_t a = h->a;
    h->a = mix(a ^ low, high ^ 0xA0761D6478BD642Fu);
    h->b = mix(h->b ^ high, low ^ 0xE7037ED1A0B428DBu) + a;
}

static uint64_t eight(const char *p)
{
    uint64_t word;
    memcpy(&word, p, sizeof word);
    return word;
}

static uint64_t four(const char *p)
{
    uint32_t word;
    memcpy(&word, p, sizeof word);
    return word;
}

void hash_begin(struct hash *h)
{
    *h = (struct hash){0x9E3779B97F4A7C15u, 0xD1B54A32D192ED03u};
}

void hash_add_number(struct hash *h, uint64_t n)
{
    step(h, n, 0x5555555555555555u);
}

/* Sixteen bytes a step; of the last ones two pieces that overlap make any length, which counts, too. */
void hash_add(struct hash *h, struct str s)
{
    uint64_t low = 0, high = 0, length = s.len * 0x9E3779B97F4A7C15u;
    for (; s.len > 16; s.ptr += 16, s.len -= 16)
        step(h, eight(s.ptr), eight(s.ptr + 8));
    if (s.len >= 8) {
        low = eight(s.ptr);
        high = eight(s.ptr + s.len - 8);
    } else if (s.len >= 4) {
        low = four(s.ptr);
        high = four(s.ptr + s.len - 4);
    } else if (s.len > 0) {
        low = (unsigned char)s.ptr[0];
        high = (uint64_t)(unsigned char)s.ptr[s.len / 2] << 8 | (unsigned char)s.ptr[s.len - 1];
    }
    step(h, low + length, high);
}
