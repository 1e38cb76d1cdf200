/* rng.h - random numbers that are the same on every machine: xoshiro256**, seeded by splitmix64.
 *
 * A stream is named by a text ("dinkes-cakupan 62.03"), so that what one file holds does not depend on which
 * other files are made, and one more village does not change all the others.
 */
#ifndef KP2S_SAMPLE_RNG_H
#define KP2S_SAMPLE_RNG_H

#include <stdbool.h>
#include <stdint.h>

struct rng {
    uint64_t state[4];
};

struct rng rng_of(uint64_t seed, const char *format, ...) __attribute__((format(printf, 2, 3)));
double rng_unit(struct rng *r);                    /* 0 <= x < 1 */
int rng_below(struct rng *r, int n);               /* 0 … n-1; n > 0 */
int rng_between(struct rng *r, int low, int high); /* low … high */
bool rng_chance(struct rng *r, double probability);
/* Near enough to a normal deviate (sum of twelve), within ±6, without the mathematics library. */
double rng_normal(struct rng *r, double mean, double deviation);

#endif
