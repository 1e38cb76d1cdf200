/* rule.h - what may be typed into a column: the rules that kp2s-transform holds, said by Excel's validation.
 */
#ifndef KP2S_TEMPLATE_RULE_H
#define KP2S_TEMPLATE_RULE_H

#include "form.h"

#include <xlsxwriter.h>

/* What its cells are. */
enum entry {
    ENTRY_GIVEN, /* written beforehand, locked */
    ENTRY_TEXT,
    ENTRY_WHOLE,
    ENTRY_DECIMAL,
    ENTRY_DATE,
    ENTRY_FORMULA, /* locked */
};

struct rule {
    enum entry entry;
    struct str demand; /* the rule in Indonesian; empty when anything goes */
    struct str formula;
    bool needed;                    /* a row that is begun must have it, */
    struct str instead;             /* unless this cell has something; empty: in any case */
    bool checked;                   /* validation holds */
    lxw_data_validation validation; /* its texts live in the arena */
};

/* Where the hidden sheet of lists has what drop-downs offer: in its columns A (kecamatan of each village), B
 * (village), C (code), D (kecamatan), E (kabupaten/kota) and F (codes of indicators). */
#define RULE_LISTS "Daftar"

/* The rule of the cell of a title that is asked for. */
struct rule rule_of_title(const struct form *f, const struct form_title *t, struct arena *a);
/* The rule of column i, whose first cell stands in row (from 1). */
struct rule rule_of(const struct form *f, const struct form_sheet *s, size_t i, long row, struct arena *a);

#endif
