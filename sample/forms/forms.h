/* forms.h - the coverage forms of the agencies, as tables (shapes: doc/sample.md). */
#ifndef KP2S_SAMPLE_FORMS_H
#define KP2S_SAMPLE_FORMS_H

#include <stdbool.h>

/* What a column holds. */
enum role {
    ROLE_END,
    ROLE_NO,
    ROLE_DISTRICT,
    ROLE_PUSKESMAS,
    ROLE_VILLAGE,
    ROLE_CODE,     /* Kemendagri */
    ROLE_OTHER_ID, /* of another code system: not read */
    ROLE_NUMERATOR,
    ROLE_DENOMINATOR,
    ROLE_REST, /* denominator less numerator */
    ROLE_PERCENT,
};

struct form_column {
    enum role role;
    int figure; /* 0 or 1: which of the tab's indicators */
    const char *upper,
        *lower; /* headings; lower NULL: from the catalogue's definition; upper NULL: one level */
};

struct form_tab {
    const char *sheet;
    const char *indicator[2]; /* codes; the second may be NULL */
    double share;             /* of the village's families: how large the target group is */
    const char *people;       /* the target group by name, where others count it, too; they count alike */
};

struct coverage_form {
    int form; /* enum sample_form */
    const char *layout, *folder, *file, *title;
    const struct form_column *columns; /* end with ROLE_END */
    const struct form_tab *tabs;       /* end with a NULL sheet */
    bool two_levels;                   /* merged heading of two rows */
    bool blocks;                       /* the kecamatan stands only in the first row of its villages */
    bool total_first;                  /* the kabupaten's total is the first row below the heading */
    bool thousands;                    /* some offices type counts as text with a thousands point */
    bool as_of;                        /* the title tells a day, not a year */
};

extern const struct coverage_form coverage_forms[]; /* end with a NULL file */

#endif
