/* rulepart.h - what rule.c and rulekey.c share while the rule of a cell is made. */
#ifndef KP2S_TEMPLATE_RULEPART_H
#define KP2S_TEMPLATE_RULEPART_H

#include "rule.h"

struct making {
    const struct form *f;
    const struct form_sheet *s; /* NULL for titles */
    long row;
    struct arena *a;
    struct str cell; /* "$F8", the cell the rule is for */
    struct rule *r;
};

/* The cell of a column in the row; of another field, empty when the sheet has none. */
struct str rule_cell(const struct making *m, size_t column);
struct str rule_cell_of(const struct making *m, const char *field);
char *rule_text(const struct making *m, struct str s);

/* What a person reads when the cell is chosen, and when the entry is refused; then what is accepted. */
void rule_say(struct making *m, struct str demand);
void rule_words(struct making *m, const char *const *word, struct str demand);
void rule_list(struct making *m, struct str formula, struct str demand);
void rule_length(struct making *m, int longest, struct str demand);
/* One of the first rows of a column of the lists. */
void rule_from(struct making *m, char column, size_t rows, const char *demand);

/* How many places of a level the form has. */
size_t rule_places(const struct form *f, int level);
/* The texts that the layout translates for a field; false when it has none, or more than Excel takes. */
bool rule_layout_words(struct making *m, int field);
/* The rule of a field that tells what a row is about; none for other fields. */
void rule_key(struct making *m, const char *field);

#endif
