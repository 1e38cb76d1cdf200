#include "glob.h"

#include <string.h>

/* Length of the UTF-8 character at the beginning of s. */
static size_t character(struct str s)
{
    size_t n = 1;
    while (n < s.len && ((unsigned char)s.ptr[n] & 0xC0) == 0x80)
        n++;
    return n;
}

bool glob_match(struct str pattern, struct str text, struct span *first, struct span *last)
{
    size_t p = 0, t = 0, star = 0, stars = 0; /* star: index behind the latest * */
    struct span begun = {0, 0}, earliest = {0, 0};
    while (t < text.len || p < pattern.len) {
        if (p < pattern.len && pattern.ptr[p] == '*') {
            if (stars == 1)
                earliest = begun;
            stars++;
            star = ++p;
            begun = (struct span){t, t};
        } else if (p < pattern.len && t < text.len && pattern.ptr[p] == '?') {
            t += character((struct str){text.ptr + t, text.len - t});
            p++;
        } else if (p < pattern.len && t < text.len && pattern.ptr[p] == text.ptr[t]) {
            t++;
            p++;
        } else if (stars > 0 && begun.to < text.len) {
            t = ++begun.to;
            p = star;
        } else {
            return false;
        }
    }
    if (stars > 0 && first)
        *first = stars == 1 ? begun : earliest;
    if (stars > 0 && last)
        *last = begun;
    return true;
}

bool glob_wild(struct str pattern)
{
    return pattern.len > 0 &&
           (memchr(pattern.ptr, '*', pattern.len) || memchr(pattern.ptr, '?', pattern.len));
}

/* Bytes of the original that the next byte of its folded form stands for: a run of blanks for one blank. */
static size_t original_length(struct str rest, char folded)
{
    if (folded != ' ')
        return 1;
    return (size_t)(str_trim(rest).ptr - rest.ptr);
}

struct str glob_unfold(struct str original, struct str folded, struct span span)
{
    struct str rest = str_trim(original);
    const char *from = rest.ptr, *to = rest.ptr;
    for (size_t i = 0; i < folded.len && i < span.to; i++) {
        size_t n = original_length(rest, folded.ptr[i]);
        rest = (struct str){rest.ptr + n, rest.len - n};
        if (i < span.from)
            from = rest.ptr;
        to = rest.ptr;
    }
    return str_trim((struct str){from, (size_t)(to - from)});
}

static bool letter_or_digit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

bool variants_begin(const struct variants *words, struct str folded)
{
    for (size_t i = 0; i < words->n; i++) {
        struct str w = words->pattern[i];
        if (glob_wild(w) ? glob_match(w, folded, NULL, NULL)
                         : folded.len >= w.len && memcmp(folded.ptr, w.ptr, w.len) == 0 &&
                               (folded.len == w.len || !letter_or_digit(folded.ptr[w.len])))
            return true;
    }
    return false;
}

bool variants_match(const struct variants *patterns, struct str folded)
{
    for (size_t i = 0; i < patterns->n; i++)
        if (glob_match(patterns->pattern[i], folded, NULL, NULL))
            return true;
    return false;
}
