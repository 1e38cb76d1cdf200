/* What servers answer when they are asked what a folder holds: whatever it is, a name leads nowhere else and
 * a version fits into a line. */
#include "fuzz.h"

#include "listing.h"

static bool plain(struct str s)
{
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)s.ptr[i] < 0x20)
            return false;
    return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static bool (*const readers[])(struct listing *, struct str, struct err *) = {listing_dav, listing_long,
                                                                                  listing_names};
    struct arena a = {0};
    struct str text = {(const char *)data, size};
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
        struct listing l = {.arena = &a};
        struct err e = {0};
        if (!readers[i](&l, text, &e))
            fuzz_fault(&e);
        for (size_t k = 0; k < l.n; k++) {
            struct str name = l.entry[k].name;
            FUZZ_CHECK(name.len > 0 && plain(name) && !memchr(name.ptr, '/', name.len));
            FUZZ_CHECK(!str_is(name, ".") && !str_is(name, ".."));
            FUZZ_CHECK(plain(l.entry[k].version));
        }
    }
    arena_done(&a);
    return 0;
}
