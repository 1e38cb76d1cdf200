/* sheets.h - the sheets of the workbook, in their order; each adds itself to the book. */
#ifndef KP2S_REPORT_SHEETS_H
#define KP2S_REPORT_SHEETS_H

#include "book.h"
#include "words.h"

#define COLUMNS(a) (int)(sizeof(a) / sizeof *(a))

void sheet_summary(struct book *book);     /* Ringkasan */
void sheet_ranking(struct book *book);     /* Peringkat */
void sheet_strengths(struct book *book);   /* Kuat dan Lemah */
void sheet_quadrant(struct book *book);    /* Kuadran */
void sheet_coverage(struct book *book);    /* Cakupan */
void sheet_trend(struct book *book);       /* Tren */
void sheet_lokus(struct book *book);       /* Lokus */
void sheet_convergence(struct book *book); /* Konvergensi */
void sheet_services(struct book *book);    /* Layanan */
void sheet_prevalence(struct book *book);  /* Prevalensi */
void sheet_survey(struct book *book);      /* Survei */
void sheet_aksi(struct book *book);        /* Aksi */
void sheet_quality(struct book *book);     /* Mutu Data */
void sheet_due(struct book *book);         /* Kiriman */
void sheet_findings(struct book *book);    /* Temuan */
void sheet_definitions(struct book *book); /* Definisi */
void sheet_lineage(struct book *book);     /* Silsilah */
void sheet_changes(struct book *book);     /* Perubahan: none where there is no edition to compare with */

/* --- what they share --- */

/* Row of the first region in the table of sheet Peringkat (names in column C, scores in D): charts point
 * there. */
enum { RANKING_FIRST = 5 };
const char *sheets_ranking_name(void);

/* "Nilai = 0,50 × Aksi + …", the instrument's formula; for Ringkasan and Peringkat. */
const char *sheets_formula(struct book *book);
/* "Aksi, Data" for "aksi,data". */
const char *sheets_components(struct book *book, const char *missing);
/* The name of an indicator in fields name and name_en, in the language of the book. */
const char *sheets_indicator(const struct book *book, enum set set, int row);
/* "90 %", "≤ 10 %" from fields target and direction. */
const char *sheets_target(struct book *book, enum set set, int row);
/* Row of SET_STRENGTHS of a kabupaten's aspect, by side "weak" or "strong" and place; -1 without one. */
int sheets_aspect(const struct data *d, const char *region, const char *side, int place);
/* Of a row of SET_STRENGTHS: the villages with most unserved, "Candi (Kumai) 75, …"; at most so many; "" when
 * none is known. */
const char *sheets_causes(struct book *book, int aspect, int most);
/* Of a row of SET_STRENGTHS: "Kapuas 96,0 %, …", from whom to learn. */
const char *sheets_peers(struct book *book, int aspect);

/* A formula of a matrix with @ its first cell (column and row), # the one in the fixed row of its column, !
 * the one above that. */
const char *sheets_rule(struct book *book, const char *format, const char *column, int row, int fixed);

#endif
