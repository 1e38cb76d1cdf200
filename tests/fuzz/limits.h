/* limits.h - limits that small inputs can pass, so that refusals are reached, too. */
#ifndef KP2S_FUZZ_LIMITS_H
#define KP2S_FUZZ_LIMITS_H

#include "fuzz.h"

#include "limit.h"

/* Settings as in KP2S_LIMITS; those of the first call stay. */
static inline void fuzz_limits(const char *settings)
{
    static bool set;
    struct err e = {0};
    for (struct str rest = str_c(settings); !set && rest.len > 0;)
        FUZZ_CHECK(limit_set(str_cut(&rest, ' '), &e));
    set = true;
}

#endif
