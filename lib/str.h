/* str.h - text as slices, and memory as arenas.
 *
 * A struct str points into somebody else's memory: it is valid until that memory is reused, which the
 * function that hands it out states. It is not NUL-terminated. Text is UTF-8.
 */
#ifndef KP2S_STR_H
#define KP2S_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct str {
    const char *ptr;
    size_t len;
};

#define STR(literal) ((struct str){"" literal, sizeof literal - 1})
/* For printf("%.*s", STR_ARG(s)). */
#define STR_ARG(s) ((int)(s).len), (s).ptr

/* Here and where texts are compared NULL is the empty string. These three are in the header, so that the
 * length of a literal is known where it is used. */
static inline struct str str_c(const char *cstring)
{
    return cstring ? (struct str){cstring, strlen(cstring)} : STR("");
}
static inline bool str_eq(struct str a, struct str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}
static inline bool str_is(struct str a, const char *cstring)
{
    return str_eq(a, str_c(cstring));
}
/* Copies the text and returns where it ends there. Most texts are a few bytes, for which a call costs more
 * than the copy: two pieces that overlap make any length. */
static inline char *str_copy(char *to, struct str s)
{
    if (s.len > 32) {
        memcpy(to, s.ptr, s.len);
    } else if (s.len >= 16) {
        memcpy(to, s.ptr, 16);
        memcpy(to + s.len - 16, s.ptr + s.len - 16, 16);
    } else if (s.len >= 8) {
        memcpy(to, s.ptr, 8);
        memcpy(to + s.len - 8, s.ptr + s.len - 8, 8);
    } else if (s.len >= 4) {
        memcpy(to, s.ptr, 4);
        memcpy(to + s.len - 4, s.ptr + s.len - 4, 4);
    } else if (s.len > 0) {
        to[0] = s.ptr[0];
        to[s.len / 2] = s.ptr[s.len / 2];
        to[s.len - 1] = s.ptr[s.len - 1];
    }
    return to + s.len;
}
bool str_starts(struct str a, const char *prefix);
int str_cmp(struct str a, struct str b);
/* Without blanks at both ends; blanks include tab, CR, LF and the no-break space U+00A0. */
struct str str_trim(struct str s);
/* Cuts s at the first c: returns what is before and leaves the rest in *s; no c: all of it, *s empty. */
struct str str_cut(struct str *s, char c);
/* How many characters (code points) there are in UTF-8 text. */
size_t str_characters(struct str s);
/* A whole number of 1 to 18 digits; false for anything else. */
bool str_to_long(struct str s, long *value);

/* Length of the valid UTF-8 character (RFC 3629) at p; 0 when there is none; -1 when len ends within it. */
static inline int str_utf8_length(const unsigned char *p, size_t len)
{
    int n = *p < 0x80                 ? 1
            : *p >= 0xC2 && *p < 0xE0 ? 2
            : (*p & 0xF0) == 0xE0     ? 3
            : *p >= 0xF0 && *p < 0xF5 ? 4
                                      : 0;
    for (int i = 1; i < n; i++) {
        if ((size_t)i == len)
            return -1;
        if ((p[i] & 0xC0) != 0x80)
            return 0;
    }
    if ((n == 3 && ((p[0] == 0xE0 && p[1] < 0xA0) || (p[0] == 0xED && p[1] > 0x9F))) ||
        (n == 4 && ((p[0] == 0xF0 && p[1] < 0x90) || (p[0] == 0xF4 && p[1] > 0x8F))))
        return 0;
    return n;
}

/* --- arenas: one for the run, one reset per record; nothing in them is freed one by one --- */

struct arena {
    struct arena_block *first, *current;
};
/* Aborts when memory is exhausted, so the result is never NULL. Zeroed. */
void *arena_alloc(struct arena *a, size_t size);
struct str arena_dup(struct arena *a, struct str s);
char *arena_cstr(struct arena *a, struct str s); /* NUL-terminated copy */
struct str arena_printf(struct arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));
void arena_reset(struct arena *a); /* all that was given out becomes invalid; memory is kept for reuse */
void arena_done(struct arena *a);

/* malloc family that ends the program by mem_exhausted() when there is no memory. */
void *mem_alloc(size_t size);
void *mem_grow(void *old, size_t size);
/* Aborts, or does what mem_on_exhausted() was told, which must not return; also for libraries that ran out.
 */
_Noreturn void mem_exhausted(void);
void mem_on_exhausted(void (*end)(void));

/* --- likeness, for what a person is told; nothing is decided by it --- */

enum { STR_DISTANCE_MOST = 120 };

/* Bytes to add, drop or change to make one of the other (Levenshtein); of texts longer than STR_DISTANCE_MOST
 * their beginnings are compared. */
size_t str_distance(struct str a, struct str b);

/* --- normal forms --- */

/* s with U+FFFD for each byte that is no part of valid UTF-8, as in the name of a file; s itself when there
 * is none, else written into the arena. */
struct str str_utf8(struct arena *a, struct str s);

/* s for a terminal: each control character but line feed and tab, and each byte that is no part of valid
 * UTF-8, as \xNN, so that no text moves the cursor or gives orders; s itself when there is none, else written
 * into the arena. */
struct str str_visible(struct arena *a, struct str s);

/* Heading or name in the form in which it is compared: lower case ASCII, blanks (also line breaks and
 * no-break spaces) folded to one, ends trimmed. Written into the arena. */
struct str str_fold(struct arena *a, struct str s);
/* A 64-bit hash for tables in memory (FNV-1a); not for security. */
uint64_t str_hash(struct str s);

#endif
