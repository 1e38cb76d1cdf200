/* figures.h - one sheet of a coverage form under way, and the writing of its rows (figures.c). */
#ifndef KP2S_SAMPLE_FIGURES_H
#define KP2S_SAMPLE_FIGURES_H

#include "forms.h"
#include "sample.h"
#include "spell.h"

enum { MAX_FIGURES = 2 };
enum { NUMERATOR, DENOMINATOR, PERCENT, VALUES };

struct work {
    struct sample *s;
    const struct regency *g;
    const struct coverage_form *form;
    const struct form_tab *tab;
    struct book *book;
    struct rng rng;
    struct where where;
    struct line line;
    int figures;                                      /* indicators of the tab */
    int column[MAX_FIGURES][VALUES];                  /* where they stand */
    int village_column, district_column, code_column; /* 0: the form has none */
    char period[16];                                  /* as a right reader takes it */
    bool grouped;                                     /* counts are text with a thousands point */
    long long sum[MAX_FIGURES][2]; /* numerator, denominator: thousandths, of the cells as typed */
    int number;                    /* running number of the row */
    const struct village *previous;
    int block_row; /* first row of the present kecamatan */
    char block[SPELL_LENGTH];
};

/* Writes the next row, with a fault or without, and its truth. */
void figures_village(struct work *w, const struct village *v);
/* Ends the last kecamatan's block, where the form has blocks. */
void figures_end_block(struct work *w);
/* 100 n / d with one decimal; 0 when d is 0. */
double figures_percent(double n, double d);

#endif
