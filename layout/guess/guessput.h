/* guessput.h - the lines of a draft: comments, sections, keys with values of any length.
 */
#ifndef KP2S_GUESSPUT_H
#define KP2S_GUESSPUT_H

#include "guessdraft.h"

enum { PUT_KEY_WIDTH = 11 };

struct writer {
    const struct draft *d;
    struct out *out;
    struct arena *a;
};

void put_text(const struct writer *w, const char *text);
/* As many lines as it takes. */
void put_comment(const struct writer *w, const char *format, ...) __attribute__((format(printf, 2, 3)));
void put_section(const struct writer *w, const char *name);
/* A key with its value, in as many lines as it takes; before each of them: "", or "; " for a comment. A word
 * that is too long for a line ends in *. */
void put_key(const struct writer *w, const char *before, const char *name, size_t width, struct str value);
/* "AB" */
struct str put_column(const struct writer *w, const struct column *c);

/* Parts of draft_write(): [columns] to [known], and the groups. */
void draft_columns(const struct writer *w);
void draft_groups(const struct writer *w);

#endif
