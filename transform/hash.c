#include "hash.h"

#include <string.h>

static uint64_t mix(uint64_t x, uint64_t y)
{
    __uint128_t product = (__uint128_t)x * y;
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

void hash_begin(struct hash *h)
{
    *h = (struct hash){0x9E3779B97F4A7C15u, 0xD1B54A32D192ED03u};
}

void hash_add_number(struct hash *h, uint64_t n)
{
    h->a = mix(h->a ^ n, 0xA0761D6478BD642Fu);
    h->b = mix(h->b + n, 0xE7037ED1A0B428DBu) + h->a;
}

void hash_add(struct hash *h, struct str s)
{
    hash_add_number(h, s.len ^ 0x5555555555555555u);
    while (s.len > 0) {
        uint64_t word = 0;
        size_t n = s.len < sizeof word ? s.len : sizeof word;
        memcpy(&word, s.ptr, n);
        hash_add_number(h, word);
        s.ptr += n;
        s.len -= n;
    }
}
