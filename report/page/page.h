/* page.h - the review as one web page that needs nothing beside it: no network, no fonts, no script to be
 * read.
 *
 * report/page/page.html is its frame: {{Indonesian|English}} is one of the two, {{:name}} what a block below
 * writes. Style and script stand beside it; the page's policy allows those two, by their hashes, and nothing
 * else. The same data gives the same bytes. To add a part: a section in the frame, a block here and in
 * page.c.
 */
#ifndef KP2S_REPORT_PAGE_H
#define KP2S_REPORT_PAGE_H

#include "data.h"
#include "html.h"
#include "words.h"

struct page {
    struct out *out;
    const struct data *data;
    struct arena *arena;
    int *coverage; /* row of SET_COVERAGE by region and indicator, -1 without one; see page_coverage() */
};

/* Writes the page; trouble with the output is out_commit()'s to tell. */
void page_write(struct out *o, const struct data *data, struct arena *a);

void block_summary(struct page *p);
void block_ranking(struct page *p);
void block_indicators(struct page *p);
void block_heat(struct page *p);
void block_cards(struct page *p);
void block_prevalence(struct page *p);
void block_convergence(struct page *p);
void block_forms(struct page *p);
void block_punctuality(struct page *p);
void block_definitions(struct page *p);
void block_method(struct page *p);

/* --- what blocks share --- */

/* Row of SET_COVERAGE for a row of SET_REGENCIES and one of SET_INDICATORS; -1 without a percentage. */
int page_coverage(const struct page *p, int regency, int indicator);
/* A field as readers write numbers; a dash for null. */
const char *page_number(struct page *p, enum set set, int row, const char *field, int decimals);
/* "90 %", "≤ 10 %", with a mark when nobody confirmed it; a dash without a target. */
const char *page_target(struct page *p, int indicator);
const char *page_score(struct page *p, double score);
/* Name of an indicator in the language of the page, if the catalogue has one. */
const char *page_indicator(const struct page *p, int indicator);
/* The indicator farthest from its target in the province as a whole, other than those in skip; -1 without
 * one. */
int page_farthest(const struct page *p, const int *skip, int skipped);
bool page_down(const struct page *p, int indicator);
/* A code within an id: "62.03" → "6203". */
const char *page_id(struct page *p, const char *code);
/* "Aksi, Data" for "aksi,data". */
const char *page_components(struct page *p, const char *list);
/* "0,50 × Aksi + …", the instrument's formula. */
const char *page_formula(struct page *p);
/* The kabupaten's forms that did not come, "Dinas Sosial (dinsos-cakupan), …"; "" when all came. */
const char *page_forms_missing(struct page *p, const char *region);

/* The row of SET_ASPECTS of a kabupaten that is at this place ("1") from the end "weak" or "strong"; -1
 * without one. */
int page_aspect(struct page *p, const char *region, const char *end, const char *place);
/* Writes it: "Indicator 37,0 % (target 90 %)" with a link. */
void page_put_aspect(struct page *p, int at);
/* Writes where the kabupaten in a row of SET_RANKING loses most of the 100 points, and if it does so for want
 * of data: "paling banyak kehilangan nilai di Aksi: 43,6 dari 100"; nothing when it loses none. */
void page_put_loss(struct page *p, int row, const char *before, const char *after);

/* --- beside the figures: last year's, priority villages, whom to learn from, who was late --- */

/* The row of SET_MOVEMENT of a region ("coverage" and an indicator, "prevalence" and "stunted",
 * "convergence" and ""); -1 without one. */
int page_movement(const struct page *p, const char *region, const char *figure, const char *subject);
/* Writes such a change as a cell, in points; a ring marks what is not the same thing as last year. */
void page_put_change(struct page *p, int at);
/* Writes the rank in a row of SET_RANKING as a cell, with how far it climbed since the review before. */
void page_put_climb(struct page *p, int row);
/* Writes an item of a list: what became of the kabupaten since last year; nothing without a review of it. */
void page_put_since(struct page *p, const char *region);
/* Writes, in a sentence, last year's figure of an indicator, and priority villages beside the others. */
void page_put_beside(struct page *p, int indicator);
/* Writes, in a sentence, from which kabupaten this one may learn at the indicator. */
void page_put_peers(struct page *p, const char *region, const char *indicator);
/* Writes an item of a list: what came late from the kabupaten. */
void page_put_late(struct page *p, const char *region);
/* Writes three cells for a row of SET_PREVALENCE: interval, under-twos, change. */
void page_put_children(struct page *p, int row);

struct head {
    const char *text;
    bool number; /* to the right, and sorted as numbers */
    bool fixed;  /* nothing to sort by */
};
/* The beginning of a table in a box that scrolls by itself when it is too wide, and its end. */
void page_table(struct page *p, const char *caption, const struct head *heads, int n);
void page_table_end(struct page *p);
/* A cell with a bar of value in 0 … max, with a line at mark; none where that is negative. */
void page_bar(struct page *p, double value, double max, double mark, int class);
/* A field as a cell of a table, to be sorted by its exact value. */
void page_cell(struct page *p, enum set set, int row, const char *field, int decimals);

#endif
