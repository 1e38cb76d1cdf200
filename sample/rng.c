#include "rng.h"

#include "str.h"

#include <stdarg.h>
#include <stdio.h>

static uint64_t splitmix(uint64_t *x)
{
    uint64_t z = *x += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

struct rng rng_of(uint64_t seed, const char *format, ...)
{
    char name[200];
    va_list args;
    va_start(args, format);
    vsnprintf(name, sizeof name, format, args);
    va_end(args);
    uint64_t x = seed * 0x9E3779B97F4A7C15u ^ str_hash(str_c(name));
    struct rng r;
    for (int i = 0; i < 4; i++)
        r.state[i] = splitmix(&x);
    return r;
}

static uint64_t turn(uint64_t x, int k)
{
    return (x << k) | (x >> (64 - k));
}

static uint64_t next(struct rng *r)
{
    uint64_t *s = r->state, result = turn(s[1] * 5, 7) * 9, t = s[1] << 17;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = turn(s[3], 45);
    return result;
}

double rng_unit(struct rng *r)
{
    return (double)(next(r) >> 11) / 9007199254740992.0;
}

int rng_below(struct rng *r, int n)
{
    return (int)(rng_unit(r) * n);
}

int rng_between(struct rng *r, int low, int high)
{
    return low + rng_below(r, high - low + 1);
}

bool rng_chance(struct rng *r, double probability)
{
    return rng_unit(r) < probability;
}

double rng_normal(struct rng *r, double mean, double deviation)
{
    double sum = -6.0;
    for (int i = 0; i < 12; i++)
        sum += rng_unit(r);
    return mean + deviation * sum;
}
