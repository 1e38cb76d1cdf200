/* data.h - all that the workbook and the page show, read from the warehouse in one snapshot; nothing is
 * computed here. */
#ifndef KP2S_REPORT_DATA_H
#define KP2S_REPORT_DATA_H

#include "pg.h"

enum set {
    SET_EDITION, /* this and the next are read by shown.c */
    SET_CHANGES,
    SET_HEAD,
    SET_FIGURES,
    SET_RANKING,
    SET_COMPONENTS,
    SET_REGENCIES,
    SET_INDICATORS,
    SET_COVERAGE,
    SET_CONVERGENCE,
    SET_PREVALENCE,
    SET_AKSI,
    SET_ASSESSMENT,
    SET_ASSESSED,
    SET_COMPLETENESS,
    SET_REMARKS,
    SET_CHECKED,
    SET_FINDINGS,
    SET_SUBMISSIONS,
    SET_MOVED, /* from here on for the workbook and the page */
    SET_MOVEMENT,
    SET_PEERS,
    SET_STRENGTHS, /* from here on for the workbook alone */
    SET_CAUSES,
    SET_TREND,
    SET_LOKUS,
    SET_LOKUSREGIONS,
    SET_QUADRANT,
    SET_GROUPS,
    SET_SERVICES,
    SET_NUTRITION,
    SET_SURVEY,
    SET_AGENCIES,
    SET_QUALITY,
    SET_DUE,
    SET_ASPECTS, /* this and what follows are for the page alone */
    SET_ATTENDANCE,
    SET_FORMS,
    SET_LINEAGE,
    SET_PAGE_LOKUS,
    SET_PAGE_CHILDREN,
    SET_PAGE_PUNCTUALITY,
    SET_PAGE_LATE,
    SET_CARD, /* this and what follows are of kabupaten/kota, one after the other: data_more(), data_narrow()
               */
    SET_CARD_INDICATORS,
    SET_CARD_NUTRITION,
    SET_CARD_SERVICES,
    SET_CARD_AGENCIES,
    SET_CARD_VILLAGES,
    SET_CARD_STEPS,
    SET_CARD_FIGURES, /* of one kabupaten/kota: data_more() */
    SET_PUBLISHED,    /* this and what follows are what kp2s-publish left: data_more() */
    SET_PUBLISHED_NUTRITION,
    SET_PUBLISHED_SERVICES,
    SET_COUNT
};

struct data {
    const char *year, *province;
    const char *edition; /* its number; NULL: the present */
    bool book, page;     /* read what only the workbook, or only the page, shows, too */
    bool changes;        /* read what differs from the edition before, too */
    const char *lacking; /* views that the edition was frozen without, blanks between; NULL for the present */
    PGresult *set[SET_COUNT]; /* each from sql/report/NAME.sql */
    struct {
        bool on;
        int from, rows;
    } part[SET_COUNT]; /* the rows that are seen, after data_narrow() */
};

/* Reads everything, of the edition or of the present; data->province NULL becomes the only province with a
 * review of the year (text in the arena). The snapshot stays open, for what a form reads beside it, until the
 * connection is closed. On failure nothing has to be released. */
bool data_read(struct data *data, struct pg *pg, struct arena *a, struct err *e);
void data_done(struct data *data);
/* Reads the sets from first to last in the same snapshot; of one kabupaten/kota, or
 * with region NULL of the province. On failure what was read is for data_done(). */
bool data_more(struct data *data, struct pg *pg, enum set first, enum set last, const char *region,
               struct err *e);
void data_drop(struct data *data, enum set first, enum set last);
/* Of these sets, which have a column `region` and are sorted by it, only the rows of this one are seen from
 * now on. */
void data_narrow(struct data *data, enum set first, enum set last, const char *region);

int data_rows(const struct data *data, enum set set);
/* True when the edition was frozen without what the set is read from, so that no rows say nothing. */
bool data_lacks(const struct data *data, enum set set);
/* The same of a view by its name. */
bool data_lacks_view(const struct data *data, const char *view);
/* Text of a field by its name, "" for null; valid until data_done(). A name the query lacks is our bug. */
const char *data_text(const struct data *data, enum set set, int row, const char *field);
bool data_null(const struct data *data, enum set set, int row, const char *field);
double data_number(const struct data *data, enum set set, int row, const char *field);
bool data_true(const struct data *data, enum set set, int row, const char *field);
/* First row whose field is this text, -1 without one. */
int data_find(const struct data *data, enum set set, const char *field, const char *text);
/* The component in which the kabupaten in a row of SET_RANKING loses most of the 100 points, and how many;
 * NULL when it loses none. */
const char *data_most_lost(const struct data *data, int row, double *points);

#endif
