/* aksi8.h - the review tables of Aksi 8 of one kabupaten/kota, laid out by a data file that an officer may
 * change. */
#ifndef KP2S_REPORT_AKSI8_H
#define KP2S_REPORT_AKSI8_H

#include "cards.h"

enum aksi8_table { AKSI8_COVERAGE, AKSI8_ACTIVITIES, AKSI8_TABLES };
enum { AKSI8_COLUMNS = 30 }; /* of a table, at most */

/* What fills a column; AKSI8_EMPTY is left for the officer. */
enum aksi8_figure {
    AKSI8_EMPTY,
    AKSI8_NUMBER,
    AKSI8_CODE,
    AKSI8_NAME,
    AKSI8_KIND,
    AKSI8_UNIT,
    AKSI8_NUMERATOR_DEFINITION,
    AKSI8_DENOMINATOR_DEFINITION,
    AKSI8_NUMERATOR,
    AKSI8_DENOMINATOR,
    AKSI8_PERCENT,
    AKSI8_LAST_PERCENT,
    AKSI8_CHANGE,
    AKSI8_TARGET,
    AKSI8_TARGET_SOURCE,
    AKSI8_ATTAINMENT,
    AKSI8_SHORT,
    AKSI8_STATUS,
    AKSI8_CAUSE,
    AKSI8_OWNER,
    AKSI8_FIGURES
};

struct aksi8_column {
    const char *head, *head_en;
    enum aksi8_figure figure;
    double width;
};

struct aksi8_layout {
    struct aksi8_column column[AKSI8_TABLES][AKSI8_COLUMNS];
    int n[AKSI8_TABLES];
};

/* Reads report/aksi8.csv below the folder of the toolkit's data. Texts live in the arena. */
bool aksi8_layout(struct aksi8_layout *l, const char *etc, struct arena *a, struct err *e);
/* The workbooks of this layout, which must live as long. */
struct cards aksi8_cards(const struct aksi8_layout *l);

#endif
