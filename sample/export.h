/* export.h - one e-PPGBM by-name export under way: its columns, the cells of a right row, the truth of it. */
#ifndef KP2S_SAMPLE_EXPORT_H
#define KP2S_SAMPLE_EXPORT_H

#include "child.h"

/* clang-format off */
enum column {
    COL_NO = 1, COL_NIK, COL_NAME, COL_SEX, COL_BORN, COL_BIRTH_WEIGHT, COL_BIRTH_LENGTH, COL_PARENT, COL_PROVINCE,
    COL_REGENCY, COL_DISTRICT, COL_PUSKESMAS, COL_VILLAGE, COL_POSYANDU, COL_RT, COL_RW, COL_ADDRESS, COL_AGE,
    COL_MEASURED, COL_WEIGHT, COL_HEIGHT, COL_POSITION, COL_MUAC, COL_WA, COL_WAZ, COL_HA, COL_HAZ, COL_WH, COL_WHZ,
    COL_GAIN, COL_PMT, COL_VITAMIN_A, COL_KPSP, COL_KIA, COLUMNS = COL_KIA,
};
/* clang-format on */

extern const char *const export_headings[COLUMNS];

struct export
{
    struct sample *s;
    const struct regency *g;
    struct book *book;
    bool text_only; /* a text file: every value is text */
    struct rng rng;
    struct where where;
    struct line line;
};

enum { EXPORT_FIRST_ROW = 3 };

/* Text as the export has it: no-break blanks behind everything. */
void export_put(struct export *x, int column, const char *text);
void export_put_day(struct export *x, int column, int day);
/* The row of a child without a fault. */
void export_put_child(struct export *x, const struct child *c);

/* A remark on a cell of the present row. */
void export_remark(struct export *x, int column, enum reason reason);
/* The record that a right reader takes from the present row. reported: the z-score in the file; NULL: the
 * right one. */
void export_accept(struct export *x, const struct child *c, const char *reported);

/* Decimal text as short as it goes, of tenths and hundredths. */
const char *export_tenths(int n, char text[32]);
const char *export_hundredths(long n, char text[32]);

#endif
