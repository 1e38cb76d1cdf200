/* glob.h - patterns of layouts, alone and as variants: * stands for any text, ? for one character. */
#ifndef KP2S_GLOB_H
#define KP2S_GLOB_H

#include "str.h"

struct span {
    size_t from, to;
};

/* Compares folded text (str_fold) with a folded pattern. What the first and the last * stood for, each as
 * short as possible, goes to first and last (NULL when it does not matter); they stay as they are when there
 * is no *. */
bool glob_match(struct str pattern, struct str text, struct span *first, struct span *last);
/* True when the pattern has a * or ?. */
bool glob_wild(struct str pattern);
/* The part of the original text that a span of its folded form stands for. */
struct str glob_unfold(struct str original, struct str folded, struct span span);

/* Patterns of which any may match, folded; the same index leads to the pattern as typed. */
struct variants {
    struct str *pattern, *typed;
    size_t n;
};

/* True when folded text begins with one of the words; a word with * or ? is compared with all of the text. */
bool variants_begin(const struct variants *words, struct str folded);
/* True when folded text is one of the patterns. */
bool variants_match(const struct variants *patterns, struct str folded);

#endif
