/* sheets.h - the sheets of the workbook, in their order; each adds itself to the book. */
#ifndef KP2S_REPORT_SHEETS_H
#define KP2S_REPORT_SHEETS_H

#include "book.h"

void sheet_summary(struct book *book);     /* Ringkasan */
void sheet_ranking(struct book *book);     /* Peringkat */
void sheet_coverage(struct book *book);    /* Cakupan */
void sheet_convergence(struct book *book); /* Konvergensi */
void sheet_prevalence(struct book *book);  /* Prevalensi */
void sheet_aksi(struct book *book);        /* Aksi */
void sheet_quality(struct book *book);     /* Mutu Data */
void sheet_findings(struct book *book);    /* Temuan */
void sheet_definitions(struct book *book); /* Definisi */
void sheet_lineage(struct book *book);     /* Silsilah */
void sheet_changes(struct book *book);     /* Perubahan: none where there is no edition to compare with */

/* Row of the first region in the table of sheet Peringkat (names in column C, scores in D): charts point
 * there. */
enum { RANKING_FIRST = 5 };

/* "Nilai = 0,50 × Aksi + …", the instrument's formula; for Ringkasan and Peringkat. */
const char *sheets_formula(const struct book *book);

#endif
