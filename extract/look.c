#include "look.h"

/* --- the heading --- */

static char lower(char c)
{
    return (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

bool look_heading(const struct row *row, const struct mark *mark, size_t n, long level, struct arena *a)
{
    size_t found = 0;
    for (size_t i = 0, k = 0; i < n && mark[i].level == level; i++, found++) {
        while (k < row->n && row->cell[k].col < mark[i].col)
            k++;
        if (k == row->n || row->cell[k].col != mark[i].col)
            return false;
        struct str typed = str_trim(row->cell[k].text);
        if (typed.len == 0 || lower(*typed.ptr) != *mark[i].folded.ptr ||
            !str_eq(str_fold(a, typed), mark[i].folded))
            return false;
    }
    return found > 0;
}

/* --- column numbers --- */

static bool is_one_of(char c, const char *set)
{
    for (; *set; set++)
        if (c == *set)
            return true;
    return false;
}

/* I to XXXIX at the beginning of s: its value; *used is its length. */
static long roman(struct str s, size_t *used)
{
    static const char digits[] = "ixv";
    static const long values[] = {1, 10, 5};
    long n = 0, before = 10;
    for (*used = 0; *used < s.len && is_one_of(lower(s.ptr[*used]), digits); ++*used) {
        long v = 0;
        for (int i = 0; i < 3; i++)
            v = lower(s.ptr[*used]) == digits[i] ? values[i] : v;
        n += v > before ? v - 2 * before : v;
        before = v;
    }
    return n;
}

/* Digits at the beginning of s, else a single letter. */
static long number_or_letter(struct str s, size_t *used)
{
    long n = 0;
    for (*used = 0; *used < s.len && *used < 4 && s.ptr[*used] >= '0' && s.ptr[*used] <= '9'; ++*used)
        n = n * 10 + (s.ptr[*used] - '0');
    if (*used > 0 || s.len == 0 || lower(*s.ptr) < 'a' || lower(*s.ptr) > 'z')
        return n;
    *used = 1;
    return lower(*s.ptr) - 'a' + 1;
}

/* The ordinal that a cell of such a row holds, 0 when it is none: 3, (3), 3., c, III, and -3, which Excel
 * makes of a typed (3). What it is reckoned from may follow: 6=5/4, 6 (5/4). */
static long ordinal(struct str s, long (*read)(struct str s, size_t *used))
{
    size_t used;
    s = str_trim(s);
    if (s.len > 0 && is_one_of(*s.ptr, "([-"))
        s = (struct str){s.ptr + 1, s.len - 1};
    long n = read(s, &used);
    struct str rest = str_trim((struct str){s.ptr + used, s.len - used});
    if (rest.len > 0 && is_one_of(*rest.ptr, ")]."))
        rest = (struct str){rest.ptr + 1, rest.len - 1};
    return rest.len == 0 || is_one_of(*rest.ptr, "=(") ? n : 0;
}

static bool rises(const struct row *row, size_t least, long (*read)(struct str s, size_t *used))
{
    enum { LARGEST_STEP = 3 };
    long before = 0;
    size_t filled = 0;
    for (size_t i = 0; i < row->n; i++) {
        if (str_trim(row->cell[i].text).len == 0)
            continue;
        long n = ordinal(row->cell[i].text, read);
        if (n <= before || n > before + (filled ? LARGEST_STEP : 1))
            return false;
        before = n;
        filled++;
    }
    return filled >= least;
}

bool look_numbers(const struct row *row, int last)
{
    size_t least = last > 2 ? 3 : 2;
    return rises(row, least, number_or_letter) || rises(row, least, roman);
}
