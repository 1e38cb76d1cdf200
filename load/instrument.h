/* instrument.h - a scoring instrument (etc/instruments/ID.ini; doc/instruments.md): a tree of what a year's
 * review scores, what its ranks are made of, and what is known of its results. */
#ifndef KP2S_INSTRUMENT_H
#define KP2S_INSTRUMENT_H

#include "err.h"
#include "str.h"

enum { INSTRUMENT_NODES = 400, INSTRUMENT_GRADES = 26, INSTRUMENT_TEXTS = 1600, INSTRUMENT_AWARDS = 40 };

/* Decimal and other texts are checked; an empty one was not told. */
struct instrument_node {
    struct str code, parent /* empty: a root */, weight, name;
    struct str kind;   /* sum, weighted, mean, median; of leaves: item, number, figure */
    struct str source; /* of leaves: the item told, or the figure; what follows the last '/' of the code */
    struct str standard, direction, low, high, maximum, decimals, missing;
    struct str assessors, roles; /* a leaf without them has those of the nearest node above */
    struct str given, requirement;
    int line; /* where the node is declared */
};
struct instrument_grade {
    struct str code, score;
};
struct instrument_text {
    struct str item, grade, text;
    int line;
};
struct instrument_award {
    struct str code, name, by /* node */, decided /* item */, holders;
    int line;
};

/* Text lives in the arena given to instrument_read(). */
struct instrument {
    struct str id, name, performance_year, assessment_year, confirmed /* yes or no */, source, province,
        data_period;
    struct str decimals, assessors, rounding, ties, tie_by, publication, best;
    struct str published_score, published_rank, tolerance;
    struct str ranked;    /* the first root */
    struct str score_max; /* of node aksi, else of the ranked one; empty: not told */
    struct instrument_node node[INSTRUMENT_NODES];
    struct instrument_grade grade[INSTRUMENT_GRADES];
    struct instrument_text descriptor[INSTRUMENT_TEXTS];
    struct instrument_award award[INSTRUMENT_AWARDS];
    size_t nodes, grades, descriptors, awards;
};

/* Reads and checks a file: unknown sections and keys, values that are not what they should be, missing keys
 * and a tree that is none are ST_CONFIG with file and line. */
bool instrument_read(const char *path, struct arena *a, struct instrument *in, struct err *e);

/* Part of instrument_read(): whether what was read fits together; *line is the line at fault, 0 when the
 * whole file is. Fills in what is inherited. */
bool instrument_check(struct instrument *in, int *line, struct err *e);
/* The node, award aside; NULL: there is none. */
struct instrument_node *instrument_find(struct instrument *in, struct str code);
bool instrument_is_leaf(const struct instrument_node *n);
/* The value of a decimal with at most six digits before and after the point, in millionths. */
bool instrument_decimal(struct str s, long *millionths);

#endif
