/* links: transform */
/* The table of duplicates against a plain list; hashes of texts that are nearly alike */
#include "seen.h"

#include <criterion/criterion.h>

#include <stdio.h>
#include <string.h>

static struct hash hash_of(struct str a, struct str b)
{
    struct hash h;
    hash_begin(&h);
    hash_add(&h, a);
    hash_add(&h, b);
    return h;
}

static bool same(const struct hash *a, const struct hash *b)
{
    return a->a == b->a && a->b == b->b;
}

Test(seen, the_first_of_each_key_is_kept)
{
    enum { KEYS = 20000, RECORDS = 50000 };
    static uint32_t first_row[KEYS];
    struct seen s = {0};
    for (int source = 0; source < 2; source++) { /* the second finds the table empty */
        uint64_t dice = 7;
        memset(first_row, 0, sizeof first_row);
        for (uint32_t row = 1; row <= RECORDS; row++) {
            dice = dice * 6364136223846793005u + 1442695040888963407u;
            unsigned k = (unsigned)(dice >> 33) % KEYS;
            struct hash key;
            hash_begin(&key);
            hash_add_number(&key, k);
            struct seen_entry record = seen_key(&key);
            record.row = row;
            seen_expect(&s, &key);
            const struct seen_entry *first = seen_first(&s, &record);
            cr_assert_eq(first ? first->row : 0, first_row[k], "row %u", row);
            if (!first)
                first_row[k] = row;
        }
        seen_clear(&s);
    }
    seen_done(&s);
}

/* All of a bucket begin at one slot; tags and the third part of the key tell them apart. */
Test(seen, keys_that_begin_alike_are_told_apart)
{
    struct seen s = {0};
    for (uint32_t i = 0; i < 300; i++) {
        struct seen_entry record = {.key = {17, i / 20, i % 20}, .row = i};
        cr_assert_null(seen_first(&s, &record));
    }
    for (uint32_t i = 0; i < 300; i++) {
        struct seen_entry record = {.key = {17, i / 20, i % 20}};
        cr_expect_eq(seen_first(&s, &record)->row, i);
    }
    seen_done(&s);
}

Test(hash, what_differs_in_a_byte_or_where_fields_part_differs)
{
    char text[64], changed[64];
    for (size_t i = 0; i < sizeof text; i++)
        text[i] = (char)('a' + i % 7);
    for (size_t len = 0; len <= sizeof text; len++) {
        struct hash whole = hash_of((struct str){text, len}, STR("")), other;
        for (size_t part = 0; part < len; part++) {
            other = hash_of((struct str){text, part}, (struct str){text + part, len - part});
            cr_expect_not(same(&whole, &other), "%zu bytes parted at %zu", len, part);
            memcpy(changed, text, sizeof text);
            changed[part] ^= 1;
            other = hash_of((struct str){changed, len}, STR(""));
            cr_expect_not(same(&whole, &other), "byte %zu of %zu", part, len);
        }
        other = hash_of((struct str){text, len}, STR(""));
        cr_expect(same(&whole, &other), "%zu bytes again", len);
    }
}
