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

struct str {
    const char *ptr;
    size_t len;
};

#define STR(literal) ((struct str){"" literal, sizeof literal - 1})
/* For printf("%.*s", STR_ARG(s)). */
#define STR_ARG(s) ((int)(s).len), (s).ptr

struct str str_c(const char *cstring); /* NULL gives the empty string */
bool str_eq(struct str a, struct str b);
bool str_is(struct str a, const char *cstring);
bool str_starts(struct str a, const char *prefix);
int str_cmp(struct str a, struct str b);
/* Without blanks at both ends; blanks include tab, CR, LF and the no-break space U+00A0. */
struct str str_trim(struct str s);
/* Cuts s at the first c: returns what is before and leaves the rest in *s; no c: all of it, *s empty. */
struct str str_cut(struct str *s, char c);
/* A whole number of 1 to 18 digits; false for anything else. */
bool str_to_long(struct str s, long *value);

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

/* malloc family that aborts when memory is exhausted. */
void *mem_alloc(size_t size);
void *mem_grow(void *old, size_t size);

/* --- normal forms --- */

/* Heading or name in the form in which it is compared: lower case ASCII, blanks (also line breaks and
 * no-break spaces) folded to one, ends trimmed. Written into the arena. */
struct str str_fold(struct arena *a, struct str s);
/* A 64-bit hash for tables in memory (FNV-1a); not for security. */
uint64_t str_hash(struct str s);

#endif
