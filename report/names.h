/* names.h - what views, columns and codes of the warehouse are called; the code itself where nobody named it
 */
#ifndef KP2S_REPORT_NAMES_H
#define KP2S_REPORT_NAMES_H

const char *names_view(const char *code);  /* "review_ranking" → "Peringkat" */
const char *names_field(const char *code); /* "numerator" → "pembilang"; "" → "baris": the whole row */
const char *names_kind(const char *code);  /* "under2" → "baduta" */
const char *names_part(const char *code);  /* of sql/report/changes.sql: "1" → "1 Peringkat" */

#endif
